package io.journeystream.runtime.configuration;

import static java.util.stream.Collectors.toCollection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything that can be set.
 *
 * @param settings in the order of the reference
 * @param kafka what can be handed to Kafka's clients
 * @param contradictions what does not go together
 */
public record Catalogue(List<Setting<?>> settings, KafkaDefinitions kafka, List<Contradiction> contradictions) {

    public Catalogue {
        settings = List.copyOf(settings);
        contradictions = List.copyOf(contradictions);
        Map<String, String> variables = new HashMap<>();
        settings.stream().flatMap(Catalogue::keys).forEach(key -> {
            String other = variables.put(Setting.variable(key), key);
            if (other != null) {
                throw new IllegalArgumentException(
                        key + " and " + other + " would share the variable " + Setting.variable(key));
            }
        });
    }

    /** The setting of a key; also that of the file with a secret. */
    Optional<Setting<?>> find(String key) {
        return settings.stream()
                .filter(setting -> keys(setting).anyMatch(key::equals))
                .findFirst();
    }

    /** All keys that are declared. */
    Set<String> keys() {
        return settings.stream().flatMap(Catalogue::keys).collect(toCollection(TreeSet::new));
    }

    private static Stream<String> keys(Setting<?> setting) {
        return setting.kind().secret() ? Stream.of(setting.key(), setting.keyOfFile()) : Stream.of(setting.key());
    }
}
