package io.journeystream.ingest.imports;

import io.journeystream.clock.ClockTick;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.ingest.producing.EventProducer;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.topics.GroupLag;
import io.journeystream.topics.Topics;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * An import into a running system (docs/semantics.md, section 2): its events carry its id, so that stitching keeps them
 * aside; only the end mark, written when all of them have been read, lets them into journeys. An import that ends
 * without its mark stays open, shows nothing, and may be run again, ended or given up.
 */
public final class LiveImport implements AutoCloseable {
    /** A mark that says nothing of time. */
    private static final Instant NO_TIME = Instant.EPOCH;

    private final LiveImportSettings settings;
    private final EventProducer producer;
    private final Admin admin;
    private final StitchingGroup group;
    private final Clock clock;

    /**
     * Connects.
     *
     * @param clock of the edge
     * @param waiting hears why the import does not go on, every few seconds while it does not
     * @throws io.journeystream.registry.RegistryUnavailable if the registry does not answer
     * @throws io.journeystream.registry.RegistryRefused if it refuses a schema
     */
    public LiveImport(LiveImportSettings settings, SchemaRegistry registry, Clock clock, Consumer<String> waiting) {
        this.settings = settings;
        this.clock = clock;
        this.producer = EventProducer.connect(settings.producer(), registry, clock, settings.id());
        this.admin = Admin.create(settings.admin());
        this.group = new StitchingGroup(new GroupLag(admin, settings.group()), waiting::accept);
    }

    /**
     * Imports everything, and ends the import if all of it could be read.
     *
     * @return with {@link ImportResult#damage} if it could not; the import is then still open
     * @throws ImportRefused if the mapping, a format or a file's shape is not as it must be
     * @throws IOException if a file cannot be read
     * @throws InterruptedException if the thread was interrupted; what was sent stays sent, and kept aside
     */
    public ImportResult run(ImportSettings files, IdentifierSettings identifiers, ImportProgress.Listener listener)
            throws ImportRefused, IOException, InterruptedException {
        UnhurriedSink sink = new UnhurriedSink(producer, group, settings.mostUnread());
        ImportResult result = new Import(files, identifiers, sink, clock).run(listener);
        Instant latest = result.latest();
        if (result.damage().isEmpty() && latest != null) {
            awaitAllRead();
            mark(latest, false);
        }
        return result;
    }

    /** Ends an import that was left open: what there is of it is merged. */
    public void end() throws InterruptedException {
        awaitAllRead();
        mark(NO_TIME, false);
    }

    /** Gives up an import that was left open: what there is of it is deleted. One that has ended stays. */
    public void discard() throws InterruptedException {
        awaitAllRead();
        mark(NO_TIME, true);
    }

    /** Events first: whatever stitching had to route is then on the routing topic, which it reads next. */
    private void awaitAllRead() throws InterruptedException {
        group.awaitRead(group.written(Topics.EVENTS));
        group.awaitRead(group.written(List.of(Topics.ROUTING)));
    }

    private void mark(Instant time, boolean discards) throws InterruptedException {
        producer.tick(ClockTick.newBuilder()
                .setTime(time)
                .setOrigin("import")
                .setImportId(settings.id().value())
                .setDiscards(discards)
                .build());
        producer.flush();
        Map<TopicPartition, Long> marks = group.written(List.of(Topics.CLOCK));
        group.awaitRead(marks);
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
