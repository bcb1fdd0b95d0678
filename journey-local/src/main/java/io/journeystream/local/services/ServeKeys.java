package io.journeystream.local.services;

import io.journeystream.definitions.Definitions;
import io.journeystream.local.Failure;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.runtime.configuration.Contradiction;
import io.journeystream.runtime.configuration.Kinds;
import io.journeystream.runtime.configuration.Setting;
import io.journeystream.serve.http.ServeSettings;
import io.journeystream.serve.http.ServeSettings.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Settings of what people and their tools ask over HTTP. */
public final class ServeKeys {
    public static final Setting<String> HOST = new Setting<>(
            "serve.host",
            Kinds.text("a name or address of this machine"),
            "127.0.0.1",
            "Where serve listens; 0.0.0.0 for all addresses of the machine, which needs serve.keys. Flag --host.");

    public static final Setting<Long> PORT = new Setting<>(
            "serve.port", Kinds.wholeNumber(0, 65_535), "8083", "Its port, 0 for a free one. Flag --port.");

    public static final Setting<Path> KEYS = Setting.of(
            "serve.keys",
            Kinds.existingFile("a file of keys"),
            "API keys that clients must have, hashed; without it none, which only a loopback address allows.");

    public static final Setting<Long> READS = new Setting<>(
            "serve.reads",
            Kinds.wholeNumber(1, 100),
            "2",
            "Most questions about identity at once: each reads all events in Kafka. Further ones are told to come"
                    + " again.");

    public static final Setting<Duration> READ_WITHIN = new Setting<>(
            "serve.read-within",
            Kinds.duration(Duration.ofSeconds(1), Duration.ofHours(1)),
            "5m",
            "After how long such a question is given up.");

    /** In the order of the reference. */
    public static final List<Setting<?>> ALL = List.of(HOST, PORT, KEYS, READS, READ_WITHIN);

    /** What does not go together. */
    public static final List<Contradiction> CONTRADICTIONS =
            List.of(configuration -> Listening.openWithoutKeys(configuration, HOST, KEYS));

    private ServeKeys() {}

    /** @throws Failure if what is asked for cannot be */
    static ServeSettings settings(Configuration configuration, Connection connection, Definitions definitions) {
        try {
            return new ServeSettings(
                    Listening.at(configuration, HOST, PORT),
                    connection,
                    definitions,
                    EdgeKeys.spelling(configuration, definitions.identity()),
                    configuration.get(StreamsKeys.APPLICATION_ID),
                    configuration.find(KEYS).orElse(null),
                    new Limits(
                            Math.toIntExact(configuration.get(READS)),
                            configuration.get(READ_WITHIN),
                            Limits.STANDARD.commands(),
                            Limits.STANDARD.body()));
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }
}
