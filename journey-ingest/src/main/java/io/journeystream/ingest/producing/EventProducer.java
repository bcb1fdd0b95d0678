package io.journeystream.ingest.producing;

import io.journeystream.clock.ClockTick;
import io.journeystream.events.Event;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.rejects.Reject;
import io.journeystream.topics.ImportId;
import io.journeystream.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The one way into Kafka: idempotent, acknowledged by all replicas, keyed by the strongest identifier. Outages are
 * waited out; what is too large for the broker becomes a reject. Safe for use by several threads.
 */
public final class EventProducer implements EventSink, RecordSink, AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(30);

    private final Producer<byte[], byte[]> producer;
    private final EventRecords records;
    private final Oversized oversized;
    private final Deliveries deliveries = new Deliveries();
    private final Queue<Reject> replacements = new ConcurrentLinkedQueue<>();
    private final OutageWatch watch;
    private final @Nullable ImportId importId;

    EventProducer(Producer<byte[], byte[]> producer, SchemaRegistry registry, String servers, Clock clock) {
        this(producer, registry, servers, clock, null);
    }

    EventProducer(
            Producer<byte[], byte[]> producer,
            SchemaRegistry registry,
            String servers,
            Clock clock,
            @Nullable ImportId importId) {
        this.producer = producer;
        this.importId = importId;
        this.oversized = new Oversized(clock);
        this.records = new EventRecords(registry);
        this.watch = OutageWatch.start(deliveries, servers);
    }

    /**
     * Connects to Kafka and makes sure of the schemas; Kafka itself is first needed when something is sent.
     *
     * @param clock of the edge: when rejects were refused
     * @throws io.journeystream.registry.RegistryUnavailable if the registry does not answer
     * @throws io.journeystream.registry.RegistryRefused if it refuses a schema
     */
    public static EventProducer connect(ProducerSettings settings, SchemaRegistry registry, Clock clock) {
        return connect(settings, registry, clock, null);
    }

    /**
     * Connects likewise.
     *
     * @param importId the import into a running system that all events sent are part of; null: they are live
     */
    public static EventProducer connect(
            ProducerSettings settings, SchemaRegistry registry, Clock clock, @Nullable ImportId importId) {
        ByteArraySerializer bytes = new ByteArraySerializer();
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings.properties(), bytes, bytes);
        try {
            return new EventProducer(producer, registry, settings.bootstrapServers(), clock, importId);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    @Override
    public void send(Event event) {
        settle();
        ProducerRecord<byte[], byte[]> record = records.of(event);
        if (importId != null) {
            record.headers().add(ImportId.HEADER, importId.header());
        }
        send(record, deliveries::keptEvent, tooLarge -> replacements.add(oversized.event(event, record, tooLarge)));
    }

    /** Counts as an event. */
    @Override
    public void sendAgain(ProducerRecord<byte[], byte[]> record) {
        settle();
        send(record, deliveries::keptEvent, deliveries::failed);
    }

    @Override
    public void reject(Reject reject) {
        settle();
        sendReject(reject);
    }

    private void sendReject(Reject reject) {
        send(
                records.of(reject),
                () -> deliveries.keptReject(reject.getReason()),
                tooLarge -> cutShort(reject, tooLarge));
    }

    private void cutShort(Reject reject, Exception tooLarge) {
        oversized.cutShort(reject).ifPresentOrElse(replacements::add, () -> deliveries.failed(tooLarge));
    }

    private void send(ProducerRecord<byte[], byte[]> record, Runnable kept, Consumer<Exception> tooLarge) {
        deliveries.begun();
        boolean handed = false;
        try {
            var unused = producer.send(record, (metadata, exception) -> {
                done(exception, kept, tooLarge);
                deliveries.ended();
            });
            handed = true;
        } finally {
            if (!handed) {
                deliveries.ended();
            }
        }
    }

    private void done(@Nullable Exception exception, Runnable kept, Consumer<Exception> tooLarge) {
        if (exception == null) {
            kept.run();
        } else if (exception instanceof RecordTooLargeException) {
            tooLarge.accept(exception);
        } else {
            deliveries.failed(exception);
        }
    }

    /** Sends what replaces records that were too large: not from a callback, which must never block. */
    private void settle() {
        deliveries.check();
        for (Reject reject = replacements.poll(); reject != null; reject = replacements.poll()) {
            sendReject(reject);
        }
    }

    @Override
    public void tick(Instant time, String origin) {
        tick(ClockTick.newBuilder().setTime(time).setOrigin(origin).build());
    }

    /** Writes a tick to every partition, after all events sent so far. */
    public void tick(ClockTick tick) {
        flush();
        for (PartitionInfo partition : producer.partitionsFor(Topics.CLOCK.name())) {
            send(records.of(tick, partition.partition()), () -> {}, deliveries::failed);
        }
    }

    @Override
    public void flush() {
        do {
            settle();
            producer.flush();
            deliveries.check();
        } while (!replacements.isEmpty());
    }

    @Override
    public Produced produced() {
        return deliveries.produced();
    }

    /** Waits up to half a minute for what is under way; whoever must know that it is kept calls {@link #flush}. */
    @Override
    public void close() {
        watch.close();
        producer.close(CLOSING);
    }
}
