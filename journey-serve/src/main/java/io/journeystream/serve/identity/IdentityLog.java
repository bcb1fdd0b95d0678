package io.journeystream.serve.identity;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Erasure;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.LaidDown;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.serve.reading.ReadingProgress;
import io.journeystream.streams.intake.Intake;
import io.journeystream.topics.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers who is whom from the topics of events and commands, which say the same as what streams holds, once that has
 * read them. Each answer reads all of them, and is refused with {@link io.journeystream.serve.reading.KafkaUnavailable}
 * if Kafka does not answer or lacks a topic. For one thread.
 */
public final class IdentityLog implements AutoCloseable {
    private final CommittedRecords records;
    private final Map<String, ?> kafka;
    private final SchemaRegistry registry;
    private final Intake intake;
    private final AvroDecoder<Erasure> erasures;
    private final IdentityRules rules;
    private final ReadingProgress progress;

    /**
     * @param kafka {@code bootstrap.servers} and further properties of Kafka's consumer
     * @param rules those that streams runs with
     * @param listener told how far reading is while it takes long
     */
    public IdentityLog(Map<String, ?> kafka, SchemaRegistry registry, IdentityRules rules, Consumer<String> listener) {
        this.records = new CommittedRecords(kafka);
        this.kafka = Map.copyOf(kafka);
        this.registry = registry;
        this.intake = new Intake(registry);
        this.erasures = new AvroDecoder<>(registry, Erasure.class);
        this.rules = rules;
        this.progress = new ReadingProgress(listener);
    }

    /** The customer whom an identifier names. */
    public Portrait show(Identifier identifier) {
        return whoIsWho().show(identifier);
    }

    /** Why two identifiers are one customer or not. */
    public Verdict explain(Identifier one, Identifier other) {
        return whoIsWho().explain(one, other);
    }

    /** All evidence that joins nothing, because a customer would hold too many identifiers of a type. */
    public Conflicts conflicts() {
        return whoIsWho().conflicts();
    }

    /** Everybody, with all of their events; these are kept in memory: about 2 kB an event. */
    public EvidenceGraph everybody() {
        return whoIsWho().everybody();
    }

    /**
     * Why each event is in a journey.
     *
     * @param definitions those that streams runs with
     */
    public JourneyExplanation explain(String journeyId, Definitions definitions) {
        PublishedTopics published = new PublishedTopics(records, registry, progress);
        return new JourneyQuestion(published, this::whoIsWho, definitions).explain(journeyId);
    }

    private WhoIsWho whoIsWho() {
        EventLog log = new KafkaEventLog(records, () -> new CommittedRecords(kafka), intake, progress);
        return new WhoIsWho(log, laidDown(), rules);
    }

    /** What people have laid down up to now, and who was erased. */
    public LaidDown laidDown() {
        LaidDown laidDown = new LaidDown(new Identifiers(rules));
        commands(laidDown::add);
        records.read(Topics.ERASURES, Map.of(), record -> {
            if (record.value() != null && erasures.decode(record.value()) instanceof Decoded.Value<Erasure> erasure) {
                laidDown.add(erasure.value());
            }
        });
        return laidDown;
    }

    /** The first command of that id; empty if there is none. */
    public Optional<IdentityCommand> command(String id) {
        AtomicReference<@Nullable IdentityCommand> first = new AtomicReference<>();
        commands(command -> {
            if (command.getId().equals(id)) {
                first.compareAndSet(null, command);
            }
        });
        return Optional.ofNullable(first.get());
    }

    private void commands(Consumer<IdentityCommand> reader) {
        records.read(Topics.IDENTITY_COMMANDS, Map.of(), record -> {
            if (intake.command(record.value()) instanceof Decoded.Value<IdentityCommand> command) {
                reader.accept(command.value());
            }
        });
    }

    @Override
    public void close() {
        records.close();
    }
}
