package io.journeystream.runtime.configuration;

import static java.util.stream.Collectors.joining;

import io.journeystream.words.Nearest;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;

/**
 * Whether a property can be handed to Kafka's clients. A name that none of them knows is handed on, since plug-ins such as
 * login modules bring their own, unless it looks like a misspelt one.
 */
final class KafkaCheck {
    private static final int MISSPELT = 2;

    private final KafkaDefinitions definitions;

    KafkaCheck(KafkaDefinitions definitions) {
        this.definitions = definitions;
    }

    /** What is wrong with it; empty if nothing. */
    Optional<String> problem(KafkaKey key, String value) {
        Optional<String> reserved = Reserved.reason(key, definitions).map(why -> key + " is not for setting: " + why);
        if (reserved.isPresent()) {
            return reserved;
        }
        Optional<ConfigKey> known = definitions.find(key);
        return known.isPresent() ? wrongValue(key, known.get(), value) : unknown(key);
    }

    private Optional<String> unknown(KafkaKey key) {
        String others = definitions
                .knownBy(key.property())
                .map(kind -> KafkaKey.PREFIX + kind.prefix() + key.property())
                .collect(joining(" or "));
        if (!others.isEmpty()) {
            return Optional.of(key + " is known to other clients only; give " + others);
        }
        String property = KafkaDefinitions.plain(key);
        Set<String> names = definitions.names(key.kind() == ClientKind.STREAMS ? null : key.kind());
        return Nearest.first(property, names).stream()
                .findFirst()
                .filter(near -> Nearest.distance(property, near) <= MISSPELT)
                .map(near -> key + " is unknown; did you mean " + corrected(key, property, near) + "?");
    }

    private static KafkaKey corrected(KafkaKey key, String property, String near) {
        return key.named(key.property().substring(0, key.property().length() - property.length()) + near);
    }

    /** What refers to a configuration provider of Kafka is resolved by the client, not here. */
    private static Optional<String> wrongValue(KafkaKey key, ConfigKey known, String value) {
        if (known.type() == ConfigDef.Type.PASSWORD || value.contains("${")) {
            return Optional.empty();
        }
        try {
            Object parsed = ConfigDef.parseType(known.name, value, known.type());
            if (known.validator != null) {
                known.validator.ensureValid(known.name, parsed);
            }
            return Optional.empty();
        } catch (ConfigException e) {
            return Optional.of(key + " is refused by Kafka's client: " + e.getMessage());
        }
    }
}
