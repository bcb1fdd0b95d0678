package io.journeystream.ingest.producing;

import io.journeystream.clock.ClockTick;
import io.journeystream.events.Event;
import io.journeystream.registry.RegistryRefused;
import io.journeystream.registry.RegistryUnavailable;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.rejects.Reject;
import io.journeystream.runtime.http.ByteBudget;
import io.journeystream.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what requests bring, and says for each request when Kafka has all of it: idempotent, acknowledged by all
 * replicas. Never makes a request wait for memory or for Kafka to come back. Safe for use by many threads.
 */
public final class RequestProducer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RequestProducer.class);
    private static final Duration BLOCKING = Duration.ofSeconds(1);
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Connection connection;
    private final SchemaRegistry registry;
    private final RequestSettings settings;
    private final Oversized oversized;
    private final ByteBudget budget;
    private final Acknowledgements acknowledgements;
    private final Duration longest;
    private final AtomicInteger ticksUnderWay = new AtomicInteger();
    private volatile @Nullable EventRecords records;
    private volatile String missing = "Kafka and the schema registry have not answered yet";

    /** @param longest how long a record may take until it is known what became of it */
    RequestProducer(
            Supplier<Producer<byte[], byte[]>> producers,
            SchemaRegistry registry,
            RequestSettings settings,
            Duration longest,
            Clock clock) {
        this.connection = new Connection(producers);
        this.longest = longest;
        this.registry = registry;
        this.settings = settings;
        this.oversized = new Oversized(clock);
        this.budget = new ByteBudget(settings.underWay());
        this.acknowledgements = new Acknowledgements(settings.silence());
    }

    /** Neither Kafka nor the registry need to be there; until {@link #tick} has found both, requests are refused. */
    public static RequestProducer connect(
            ProducerSettings kafka, SchemaRegistry registry, RequestSettings settings, Clock clock) {
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new RequestProducer(
                () -> new KafkaProducer<>(kafka.propertiesForRequests(BLOCKING, 2 * settings.underWay()), bytes, bytes),
                registry,
                settings,
                kafka.patience().plus(MARGIN),
                clock);
    }

    /** What is away so that nothing can be taken in now; null if all is well. */
    public @Nullable String trouble() {
        if (records == null || !acknowledgements.everKept()) {
            return missing;
        }
        if (connection.isBroken()) {
            return "Kafka's client has failed and is being replaced";
        }
        return acknowledgements.isAway()
                ? "Kafka has acknowledged nothing for "
                        + acknowledgements.sinceKept().toSeconds() + " s"
                : null;
    }

    /** Why nothing can be sent until this process is restarted; null if all is well, or mends itself. */
    public @Nullable String deadlock() {
        return acknowledgements.isDeaf(longest)
                ? "Kafka's client has not said for " + longest.toSeconds() + " s what became of records"
                : null;
    }

    /** The event as a record; as a reject if it is too large to be one. */
    public Piece pack(Event event) {
        ProducerRecord<byte[], byte[]> record = known().of(event);
        int size = record.value().length;
        return size <= RequestSettings.LARGEST_RECORD
                ? Piece.of(event, record)
                : pack(oversized.event(event, record, tooLarge(size)));
    }

    private static RecordTooLargeException tooLarge(int size) {
        return new RecordTooLargeException(
                "it has " + size + " bytes, of " + RequestSettings.LARGEST_RECORD + " at most");
    }

    /** The reject as a record, whole, or with the beginning of its payload where Kafka takes no more. */
    public Piece pack(Reject reject) {
        ProducerRecord<byte[], byte[]> record = known().of(reject);
        return record.value().length <= RequestSettings.LARGEST_RECORD
                ? Piece.of(reject, record)
                : oversized.cutShort(reject).map(this::pack).orElseGet(() -> Piece.of(reject, record));
    }

    private EventRecords known() {
        return Objects.requireNonNull(records, "ask trouble() first");
    }

    /** Sends the records of one request; the future ends within {@code answerWithin}, on a thread that must not block. */
    public CompletableFuture<Shipment> send(List<Piece> pieces) {
        String trouble = trouble();
        if (trouble != null) {
            return CompletableFuture.completedFuture(new Shipment.Away(trouble));
        }
        long bytes = pieces.stream().mapToLong(Piece::bytes).sum();
        if (!budget.take(bytes)) {
            return CompletableFuture.completedFuture(new Shipment.Full());
        }
        Voyage voyage = new Voyage(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            send(pieces.get(i), i, voyage);
        }
        return voyage.end()
                .completeOnTimeout(
                        new Shipment.Unsure("Kafka has not acknowledged everything within " + settings.answerWithin()),
                        settings.answerWithin().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void send(Piece piece, int index, Voyage voyage) {
        long bytes = piece.bytes();
        if (voyage.isOver()) {
            budget.give(bytes);
            return;
        }
        send(piece.record(), (metadata, exception) -> {
            budget.give(bytes);
            if (exception == null) {
                voyage.arrived();
            } else if (exception instanceof RecordTooLargeException) {
                replace(piece, index, voyage, exception);
            } else {
                voyage.lost(exception);
            }
        });
    }

    /** A broker may take less than we think. Its callbacks must not block, so another thread sends. */
    private void replace(Piece piece, int index, Voyage voyage, Exception tooLarge) {
        Event event = piece.event();
        Reject reject = piece.reject();
        Reject instead = event != null
                ? oversized.event(event, piece.record(), tooLarge)
                : reject == null ? null : oversized.cutShort(reject).orElse(null);
        if (instead == null) {
            voyage.lost(tooLarge);
            return;
        }
        if (event != null) {
            voyage.replaced(index, instead);
        }
        Piece other = pack(instead);
        budget.force(other.bytes());
        CompletableFuture.runAsync(() -> send(other, index, voyage)).exceptionally(failure -> {
            voyage.lost(new KafkaException(failure));
            return null;
        });
    }

    private void send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        acknowledgements.begun();
        Callback counting = (metadata, exception) -> {
            if (exception == null) {
                acknowledgements.kept();
            } else {
                acknowledgements.failed();
            }
            callback.onCompletion(metadata, exception);
        };
        connection.send(record, counting);
    }

    /**
     * Ticks every partition, unless an earlier tick is still under way; makes sure of schemas and topics before. Waits
     * for the registry and Kafka for some seconds: for a thread of its own. Replaces Kafka's client if it has failed.
     */
    public void tick(Instant time, String origin) {
        connection.mend();
        if (!isPrepared() || ticksUnderWay.get() > 0) {
            return;
        }
        try {
            for (String topic :
                    EventRecords.TOPICS) { // what is not asked for is forgotten, and missed when Kafka is away
                connection.partitionsFor(topic);
            }
            ClockTick tick =
                    ClockTick.newBuilder().setTime(time).setOrigin(origin).build();
            for (PartitionInfo partition : connection.partitionsFor(Topics.CLOCK.name())) {
                ticksUnderWay.incrementAndGet();
                send(known().of(tick, partition.partition()), (metadata, exception) -> ticksUnderWay.decrementAndGet());
            }
        } catch (KafkaException e) {
            missing = "Kafka does not answer: " + e.getMessage();
        }
    }

    private boolean isPrepared() {
        if (records != null) {
            return true;
        }
        try {
            records = new EventRecords(registry);
            missing = "Kafka has not answered yet";
            return true;
        } catch (RegistryUnavailable | RegistryRefused e) {
            String trouble = String.valueOf(e.getMessage());
            if (!trouble.equals(missing)) {
                LOG.warn("Nothing can be taken in until the schemas are known: {}", trouble);
            }
            missing = trouble;
            return false;
        }
    }

    /** Records that wait for their acknowledgement, ticks included. */
    public long underWay() {
        return acknowledgements.underWay();
    }

    /** Bytes that wait for their acknowledgement. */
    public long bytesUnderWay() {
        return budget.taken();
    }

    /** Whether too much is under way for more. */
    public boolean isFull() {
        return budget.isSpent();
    }

    /** Time since Kafka last acknowledged anything; since the start if it never did. */
    public Duration sinceKept() {
        return acknowledgements.sinceKept();
    }

    /** Sends what is under way, for up to ten seconds. */
    @Override
    public void close() {
        connection.close();
    }
}
