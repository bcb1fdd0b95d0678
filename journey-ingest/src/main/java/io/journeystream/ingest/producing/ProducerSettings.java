package io.journeystream.ingest.producing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers {@code host:port}, several separated by commas
 * @param patience how long an outage is waited out before a record counts as not kept
 * @param others further properties of Kafka's producer, such as security; they cannot weaken delivery
 */
public record ProducerSettings(String bootstrapServers, Duration patience, Map<String, String> others) {
    private static final Duration SHORTEST_PATIENCE = Duration.ofSeconds(1);
    private static final int LONGEST_REQUEST_MILLIS = 30_000;
    private static final int LINGER_MILLIS = 20;
    private static final int REQUEST_LINGER_MILLIS = 5;
    private static final int BATCH_BYTES = 131_072;

    /** Or a batch may be out of order for ever where a leader just begins (KAFKA-14359). A request has many batches. */
    private static final int ONE_BY_ONE = 1;

    public ProducerSettings {
        others = Map.copyOf(others);
        if (patience.compareTo(SHORTEST_PATIENCE) < 0) {
            throw new IllegalArgumentException("patience must be at least 1 s, was " + patience);
        }
    }

    /** Waits a day before giving up. */
    public static ProducerSettings of(String bootstrapServers) {
        return new ProducerSettings(bootstrapServers, Duration.ofDays(1), Map.of());
    }

    /**
     * For requests that somebody waits for: batches are not held up, and what cannot be sent is refused at once.
     *
     * @param blocking how long handing over a record may take
     * @param buffer bytes that may wait to be sent
     */
    Map<String, Object> propertiesForRequests(Duration blocking, long buffer) {
        Map<String, Object> properties = properties();
        properties.put(ProducerConfig.LINGER_MS_CONFIG, REQUEST_LINGER_MILLIS);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, blocking.toMillis());
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, buffer);
        return properties;
    }

    Map<String, Object> properties() {
        int patienceMillis = (int) Math.min(patience.toMillis(), Integer.MAX_VALUE);
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.putAll(others);
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, ONE_BY_ONE);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) patienceMillis);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patienceMillis);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(LONGEST_REQUEST_MILLIS, patienceMillis / 2));
        return properties;
    }
}
