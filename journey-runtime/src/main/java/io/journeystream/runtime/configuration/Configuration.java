package io.journeystream.runtime.configuration;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What holds after all sources have been read. Shown without values, any of which may be secret. */
public final class Configuration implements Configured {
    private final Map<String, Given> given;
    private final KafkaProperties kafka;

    Configuration(Map<String, Given> given, KafkaProperties kafka) {
        this.given = new TreeMap<>(given);
        this.kafka = kafka;
    }

    /** The value given, or else the standard; empty if there is neither. */
    public <T> Optional<T> find(Setting<T> setting) {
        Given found = given.get(setting.key());
        return Optional.ofNullable(found == null ? setting.standard() : found.value())
                .map(setting.kind()::parse);
    }

    /**
     * The value given, or else the standard.
     *
     * @throws IllegalStateException if there is neither: the setting should have been asked for as needed
     */
    public <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalStateException(setting.key() + " is not given"));
    }

    /** Where a value was given; empty if the standard holds. */
    public Optional<String> place(Setting<?> setting) {
        return Optional.ofNullable(given.get(setting.key())).map(Given::place);
    }

    /** What was given for Kafka's clients, but the addresses of the brokers. */
    public KafkaProperties kafka() {
        return kafka;
    }

    @Override
    public String toString() {
        return given.values().toString();
    }
}
