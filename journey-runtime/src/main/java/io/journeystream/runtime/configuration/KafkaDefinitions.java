package io.journeystream.runtime.configuration;

import static java.util.stream.Collectors.toCollection;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.jspecify.annotations.Nullable;

/** The properties that Kafka's clients know, as they declare them themselves. */
public final class KafkaDefinitions {
    /** Kafka Streams has clients of its own, whose properties it knows by these. */
    private static final Pattern OF_STREAMS_CLIENT =
            Pattern.compile("(?:main\\.|restore\\.|global\\.)?(consumer|producer|admin)\\.(.+)");

    private final Map<ClientKind, Map<String, ConfigKey>> known = new EnumMap<>(ClientKind.class);

    private KafkaDefinitions(ConfigDef streams) {
        known.put(ClientKind.PRODUCER, ProducerConfig.configDef().configKeys());
        known.put(ClientKind.CONSUMER, ConsumerConfig.configDef().configKeys());
        known.put(ClientKind.ADMIN, AdminClientConfig.configDef().configKeys());
        known.put(ClientKind.STREAMS, streams.configKeys());
    }

    /** Those of producers, consumers and admin clients, and the given ones of Kafka Streams. */
    public static KafkaDefinitions with(ConfigDef streams) {
        return new KafkaDefinitions(streams);
    }

    /** What is known of a property; empty if nobody it is for knows it. */
    Optional<ConfigKey> find(KafkaKey key) {
        if (key.kind() != ClientKind.STREAMS) {
            return kinds(key.kind()).flatMap(kind -> find(kind, key.property())).findFirst();
        }
        Matcher client = OF_STREAMS_CLIENT.matcher(key.property());
        return client.matches()
                ? find(ClientKind.valueOf(client.group(1).toUpperCase(Locale.ROOT)), client.group(2))
                        .findFirst()
                : find(ClientKind.STREAMS, key.property()).findFirst();
    }

    /** Kinds of client that know the property. */
    Stream<ClientKind> knownBy(String property) {
        return known.keySet().stream().filter(kind -> known(kind).containsKey(property));
    }

    boolean isSecret(KafkaKey key) {
        return find(key)
                .filter(known -> known.type() == ConfigDef.Type.PASSWORD)
                .isPresent();
    }

    /** Without the prefix of a client of Kafka Streams. */
    static String plain(KafkaKey key) {
        Matcher client = OF_STREAMS_CLIENT.matcher(key.property());
        return key.kind() == ClientKind.STREAMS && client.matches() ? client.group(2) : key.property();
    }

    /** Names that can be given for the kind, those of files with secrets included; null for all kinds. */
    Set<String> names(@Nullable ClientKind kind) {
        return kinds(kind)
                .flatMap(each -> known(each).values().stream())
                .flatMap(known -> known.type() == ConfigDef.Type.PASSWORD
                        ? Stream.of(known.name, known.name + Setting.OF_FILE)
                        : Stream.of(known.name))
                .collect(toCollection(TreeSet::new));
    }

    private Stream<ClientKind> kinds(@Nullable ClientKind kind) {
        return kind == null ? known.keySet().stream() : Stream.of(kind);
    }

    private Stream<ConfigKey> find(ClientKind kind, String property) {
        return Stream.ofNullable(known(kind).get(property));
    }

    private Map<String, ConfigKey> known(ClientKind kind) {
        return known.getOrDefault(kind, Map.of());
    }
}
