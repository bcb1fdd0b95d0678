package io.journeystream.bench.ingest;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The reference: one thread that hands ready bytes to Kafka's own producer, with the guarantees and the batching of the
 * edge, and waits until all are acknowledged.
 */
final class BareProducer {
    private static final String TOPIC = "bench.reference";

    private final String bootstrapServers;

    BareProducer(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Sends all records of the stock; records a second. */
    double rate(EventStock stock) throws IOException {
        AtomicReference<Exception> trouble = new AtomicReference<>();
        long began = System.nanoTime();
        long sent = 0;
        try (KafkaProducer<byte[], byte[]> producer = producer();
                Lengthened records = new Lengthened(stock.records())) {
            for (byte[] key = records.next(); key != null; key = records.next()) {
                var unused = producer.send(new ProducerRecord<>(TOPIC, key, records.next()), (metadata, e) -> {
                    if (e != null) {
                        trouble.set(e);
                    }
                });
                sent++;
            }
        }
        if (trouble.get() != null) {
            throw new IOException("the reference did not get through", trouble.get());
        }
        return sent / ((System.nanoTime() - began) / 1e9);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "max.in.flight.requests.per.connection",
                        1,
                        "linger.ms",
                        5,
                        "batch.size",
                        131_072,
                        "compression.type",
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
