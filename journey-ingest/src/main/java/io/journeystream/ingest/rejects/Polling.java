package io.journeystream.ingest.rejects;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Polls, and gives up where a broker stays silent: a poll itself waits for ever. */
final class Polling {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Consumer<byte[], byte[]> consumer;
    private long heard = System.nanoTime();

    Polling(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    ConsumerRecords<byte[], byte[]> next() {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        if (!records.isEmpty()) {
            heard = System.nanoTime();
        } else if (System.nanoTime() - heard > PATIENCE.toNanos()) {
            throw new LogUnreadable("Kafka has sent nothing for " + PATIENCE.toSeconds()
                    + " s although there are rejects left to read: see whether its brokers are well, and try again");
        }
        return records;
    }
}
