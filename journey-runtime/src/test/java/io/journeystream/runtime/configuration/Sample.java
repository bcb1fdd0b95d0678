package io.journeystream.runtime.configuration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** A small catalogue, and what was given for it. */
final class Sample {
    static final Setting<Long> THREADS =
            new Setting<>("work.threads", Kinds.wholeNumber(1, 64), "1", "How many threads work.");
    static final Setting<Duration> PATIENCE = new Setting<>(
            "work.patience", Kinds.duration(Duration.ofSeconds(1), Duration.ofDays(30)), "1d", "How long to wait.");
    static final Catalogue CATALOGUE = new Catalogue(
            with(ConnectionSettings.ALL, THREADS, PATIENCE),
            KafkaDefinitions.with(new ConfigDef()
                    .define("num.stream.threads", ConfigDef.Type.INT, 1, Importance.HIGH, "")
                    .define("acceptable.recovery.lag", ConfigDef.Type.LONG, 10_000, Importance.HIGH, "")),
            ConnectionSettings.CONTRADICTIONS);

    private final List<Source> sources = new ArrayList<>();
    private final List<Setting<?>> needed = new ArrayList<>();

    private static List<Setting<?>> with(List<Setting<?>> first, Setting<?>... others) {
        List<Setting<?>> all = new ArrayList<>(first);
        all.addAll(List.of(others));
        return all;
    }

    static Sample flags(String... assignments) {
        return new Sample().andFlags(assignments);
    }

    static Sample environment(Map<String, String> variables) {
        return new Sample().and(Environment.read(variables, CATALOGUE));
    }

    static Sample of(Source source) {
        return new Sample().and(source);
    }

    Sample and(Source stronger) {
        sources.add(stronger);
        return this;
    }

    Sample andFlags(String... assignments) {
        return and(Flag.source(List.of(), List.of(assignments)));
    }

    Sample needing(List<Setting<?>> settings) {
        needed.addAll(settings);
        return this;
    }

    Configuration accepted() {
        Configured configured = ConfigurationReader.read(CATALOGUE, sources, needed);
        if (configured instanceof Configured.Refused refused) {
            throw new AssertionError(refused.mistakes().toString());
        }
        return (Configuration) configured;
    }

    List<String> mistakes() {
        Configured configured = ConfigurationReader.read(CATALOGUE, sources, needed);
        return configured instanceof Configured.Refused refused
                ? refused.mistakes().stream().map(Mistake::toString).toList()
                : List.of();
    }
}
