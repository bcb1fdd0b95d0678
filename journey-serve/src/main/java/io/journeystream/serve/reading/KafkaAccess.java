package io.journeystream.serve.reading;

import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/**
 * How Kafka is reached, and for how long one call tries. What the configuration says of Kafka's own time limits holds.
 *
 * @param patience of one call; null for that of Kafka's clients, a minute or two
 */
public record KafkaAccess(Connection connection, @Nullable Duration patience) {
    private static final String REQUEST = CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG;
    private static final List<String> OF_PRODUCERS =
            List.of(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ProducerConfig.MAX_BLOCK_MS_CONFIG);
    private static final List<String> OF_OTHERS = List.of(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG);

    /** Properties of a consumer. */
    public Map<String, Object> consumer() {
        return properties(ClientKind.CONSUMER, OF_OTHERS);
    }

    /** Properties of an admin client. */
    public Map<String, Object> admin() {
        return properties(ClientKind.ADMIN, OF_OTHERS);
    }

    /** Properties of a producer. */
    public Map<String, Object> producer() {
        return properties(ClientKind.PRODUCER, OF_PRODUCERS);
    }

    /** Limits must fit each other: either all of them are ours, or none. */
    private Map<String, Object> properties(ClientKind kind, List<String> limits) {
        Map<String, Object> properties = connection.properties(kind);
        Duration limit = patience;
        boolean given = properties.containsKey(REQUEST) || limits.stream().anyMatch(properties::containsKey);
        if (limit != null && !given) {
            limits.forEach(key -> properties.put(key, Math.toIntExact(limit.toMillis())));
            properties.put(REQUEST, Math.toIntExact(limit.toMillis() / 2));
        }
        return properties;
    }
}
