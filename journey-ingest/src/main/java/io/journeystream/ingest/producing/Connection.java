package io.journeystream.ingest.producing;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A producer, and another when that has failed for good: from then on it would fail every record. Safe for use by many
 * threads.
 */
final class Connection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private volatile Producer<byte[], byte[]> producer;
    private volatile @Nullable Producer<byte[], byte[]> failed;

    /** @param producers a new one each time; must not wait for Kafka */
    Connection(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
        this.producer = producers.get();
    }

    /** Sends; the callback is always called, also with what sending throws. */
    void send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        Producer<byte[], byte[]> through = producer;
        Callback watching = (metadata, exception) -> {
            if (exception != null && Fatal.is(exception)) {
                failed = through;
            }
            callback.onCompletion(metadata, exception);
        };
        try {
            var unused = through.send(record, watching);
        } catch (KafkaException | IllegalStateException e) {
            watching.onCompletion(null, e);
        }
    }

    List<PartitionInfo> partitionsFor(String topic) {
        return producer.partitionsFor(topic);
    }

    /** Whether all that is sent now would fail. */
    boolean isBroken() {
        return failed == producer;
    }

    /** Replaces a producer that has failed for good; what waits in it fails, and may or may not have been kept. */
    synchronized void mend() {
        if (!isBroken()) {
            return;
        }
        LOG.warn("Kafka's client has failed for good; a new one takes its place");
        Producer<byte[], byte[]> old = producer;
        producer = producers.get();
        old.close(Duration.ZERO);
    }

    /** Sends what is under way, for up to ten seconds. */
    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
