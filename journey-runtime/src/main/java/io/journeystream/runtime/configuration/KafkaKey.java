package io.journeystream.runtime.configuration;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A key that stands for a property of Kafka's clients.
 *
 * @param kind whom it is for; null for all
 * @param property as Kafka has it; of Kafka Streams maybe with the prefix of one of its own clients
 */
record KafkaKey(@Nullable ClientKind kind, String property) {
    static final String PREFIX = "kafka.";

    /** The key must begin with {@link #PREFIX}. */
    static KafkaKey of(String key) {
        String rest = key.substring(PREFIX.length());
        return Arrays.stream(ClientKind.values())
                .filter(kind -> rest.startsWith(kind.prefix()))
                .findFirst()
                .map(kind -> new KafkaKey(kind, rest.substring(kind.prefix().length())))
                .orElseGet(() -> new KafkaKey(null, rest));
    }

    static boolean isOne(String key) {
        return key.startsWith(PREFIX) && key.length() > PREFIX.length();
    }

    KafkaKey named(String other) {
        return new KafkaKey(kind, other);
    }

    @Override
    public String toString() {
        return PREFIX + (kind == null ? "" : kind.prefix()) + property;
    }
}
