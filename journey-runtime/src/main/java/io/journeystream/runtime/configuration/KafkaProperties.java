package io.journeystream.runtime.configuration;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Properties that were given for Kafka's clients, by kind of client and in Kafka's names; without the addresses of the
 * brokers. Shown without values, any of which may be secret.
 */
public final class KafkaProperties {
    /** None were given. */
    public static final KafkaProperties NONE = new KafkaProperties(Map.of());

    private final Map<ClientKind, Map<String, String>> byKind = new EnumMap<>(ClientKind.class);

    private KafkaProperties(Map<ClientKind, Map<String, String>> byKind) {
        byKind.forEach((kind, properties) -> this.byKind.put(kind, Map.copyOf(properties)));
    }

    /** What is given for one kind wins over what is given for all. */
    static KafkaProperties of(Map<KafkaKey, String> given, KafkaDefinitions definitions) {
        Map<ClientKind, Map<String, String>> byKind = new EnumMap<>(ClientKind.class);
        for (ClientKind kind : ClientKind.values()) {
            Map<String, String> properties = new HashMap<>();
            given.forEach((key, value) -> {
                if (key.kind() == null && isFor(kind, key.property(), definitions)) {
                    properties.put(key.property(), value);
                }
            });
            byKind.put(kind, properties);
        }
        given.forEach((key, value) -> give(byKind, key, value));
        return new KafkaProperties(byKind);
    }

    /** Kafka warns of what a client does not know: it is spared what only others know. */
    private static boolean isFor(ClientKind kind, String property, KafkaDefinitions definitions) {
        return kind == ClientKind.STREAMS
                || definitions.knownBy(property).findAny().isEmpty()
                || definitions.knownBy(property).anyMatch(kind::equals);
    }

    /** Kafka Streams has a producer, consumers and an admin client: what is given for such is for these, too. */
    private static void give(Map<ClientKind, Map<String, String>> byKind, KafkaKey key, String value) {
        ClientKind kind = key.kind();
        if (kind != null) {
            byKind.computeIfAbsent(kind, none -> new HashMap<>()).put(key.property(), value);
            if (kind != ClientKind.STREAMS) {
                byKind.computeIfAbsent(ClientKind.STREAMS, none -> new HashMap<>())
                        .putIfAbsent(kind.prefix() + key.property(), value);
            }
        }
    }

    /** The properties of a kind of client. */
    public Map<String, String> of(ClientKind kind) {
        return byKind.getOrDefault(kind, Map.of());
    }

    @Override
    public String toString() {
        Map<ClientKind, Object> names = new TreeMap<>();
        byKind.forEach((kind, properties) -> names.put(kind, properties.keySet()));
        return names.toString();
    }
}
