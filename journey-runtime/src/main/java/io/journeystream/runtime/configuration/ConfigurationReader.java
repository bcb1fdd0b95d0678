package io.journeystream.runtime.configuration;

import io.journeystream.words.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts sources together: the stronger wins, and everything that is wrong in any is told at once. */
public final class ConfigurationReader {
    private final Catalogue catalogue;
    private final KafkaCheck kafka;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, Given> holding = new TreeMap<>();

    private ConfigurationReader(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.kafka = new KafkaCheck(catalogue.kafka());
    }

    /**
     * Reads the sources, the weakest first.
     *
     * @param needed settings that must hold a value
     */
    public static Configured read(
            Catalogue catalogue, List<Source> weakestFirst, Collection<? extends Setting<?>> needed) {
        ConfigurationReader reader = new ConfigurationReader(catalogue);
        weakestFirst.forEach(reader::take);
        new SecretFiles(catalogue, reader.holding, reader.mistakes).resolve();
        needed.forEach(reader::requireGiven);
        Configuration configuration = reader.configuration();
        catalogue.contradictions().stream()
                .flatMap(rule -> rule.in(configuration).stream())
                .forEach(reader.mistakes::add);
        return reader.mistakes.isEmpty() ? configuration : new Configured.Refused(reader.mistakes);
    }

    private void take(Source source) {
        mistakes.addAll(source.mistakes());
        Map<String, Given> here = new HashMap<>();
        for (Given given : source.given()) {
            Given first = here.putIfAbsent(given.key(), given);
            Optional<String> problem = first == null
                    ? problem(given)
                    : Optional.of(given.key() + " is given a second time, first at " + first.place() + "; leave one");
            problem.ifPresentOrElse(
                    what -> mistakes.add(new Mistake(given.place(), what)), () -> holding.put(given.key(), given));
        }
    }

    private Optional<String> problem(Given given) {
        Optional<Setting<?>> declared = catalogue.find(given.key());
        if (declared.isPresent()) {
            return wrongValue(given, declared.get());
        }
        if (SecretFiles.isOfKafka(given.key(), catalogue.kafka())) {
            return Optional.empty();
        }
        return KafkaKey.isOne(given.key())
                ? kafka.problem(KafkaKey.of(given.key()), given.value())
                : Optional.of(given.key() + " is no setting" + Nearest.question(given.key(), catalogue.keys()));
    }

    private static Optional<String> wrongValue(Given given, Setting<?> setting) {
        try {
            if (given.key().equals(setting.key())) {
                setting.kind().parse(given.value());
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(given.key() + ": " + e.getMessage());
        }
    }

    private void requireGiven(Setting<?> setting) {
        if (setting.standard() == null && !holding.containsKey(setting.key()) && !isAlreadyWrong(setting)) {
            mistakes.add(new Mistake(
                    setting.key(),
                    "is needed and not given: write " + setting.key() + "=... into the file of --config, or set "
                            + setting.variable() + "; it is " + setting.kind().form()));
        }
    }

    private boolean isAlreadyWrong(Setting<?> setting) {
        return mistakes.stream().anyMatch(mistake -> mistake.what().startsWith(setting.key() + ":"));
    }

    private Configuration configuration() {
        Map<KafkaKey, String> passed = new HashMap<>();
        holding.forEach((key, given) -> {
            if (KafkaKey.isOne(key) && catalogue.find(key).isEmpty()) {
                passed.put(KafkaKey.of(key), given.value());
            }
        });
        return new Configuration(holding, KafkaProperties.of(passed, catalogue.kafka()));
    }
}
