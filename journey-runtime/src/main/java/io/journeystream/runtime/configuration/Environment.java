package io.journeystream.runtime.configuration;

import io.journeystream.words.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Settings in variables of the environment; those that do not begin with {@code JOURNEY_} are not looked at. */
public final class Environment {
    /** Names the properties file, for where there is no command line to write {@code --config} on. */
    public static final String FILE = Setting.ENVIRONMENT + "CONFIG";

    /** Read by scripts, single commands and the compose file, or before any other source. */
    private static final Set<String> NO_SETTINGS = Set.of(
            FILE, "JOURNEY_JAVA_OPTS", "JOURNEY_MAVEN_ARGS", "JOURNEY_API_KEY", "JOURNEY_IMAGE", "JOURNEY_BASE_IMAGE");

    private static final String KAFKA = Setting.variable(KafkaKey.PREFIX);

    private final Map<String, String> keys = new HashMap<>();
    private final List<Given> given = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    private Environment(Catalogue catalogue) {
        kafkaKeys(catalogue.kafka());
        catalogue.keys().forEach(key -> keys.put(Setting.variable(key), key));
    }

    /** An empty variable counts as not given, but for Kafka's properties, where empty can mean something. */
    public static Source read(Map<String, String> variables, Catalogue catalogue) {
        Environment reading = new Environment(catalogue);
        new TreeMap<>(variables).forEach(reading::take);
        return new Source(reading.given, reading.mistakes);
    }

    private void kafkaKeys(KafkaDefinitions kafka) {
        for (ClientKind kind : ClientKind.values()) {
            kafka.names(kind).forEach(name -> add(new KafkaKey(kind, name)));
        }
        kafka.names(null).forEach(name -> add(new KafkaKey(null, name)));
    }

    private void add(KafkaKey key) {
        keys.put(Setting.variable(key.toString()), key.toString());
    }

    private void take(String variable, String value) {
        if (!variable.startsWith(Setting.ENVIRONMENT) || NO_SETTINGS.contains(variable)) {
            return;
        }
        String key = keys.get(variable);
        boolean ofKafka = variable.startsWith(KAFKA);
        if (key == null && !ofKafka) {
            mistakes.add(new Mistake(place(variable), "is no setting" + Nearest.question(variable, keys.keySet())));
        } else if (ofKafka || !value.isBlank()) {
            given.add(new Given(key == null ? dotted(variable) : key, value, place(variable)));
        }
    }

    private static String dotted(String variable) {
        return variable.substring(Setting.ENVIRONMENT.length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '.');
    }

    private static String place(String variable) {
        return "environment variable " + variable;
    }
}
