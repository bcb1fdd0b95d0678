package io.journeystream.local.services;

import io.journeystream.definitions.Definitions;
import io.journeystream.ingest.http.IngestSettings;
import io.journeystream.ingest.http.IngestSettings.Limits;
import io.journeystream.ingest.producing.ProducerSettings;
import io.journeystream.ingest.producing.RequestSettings;
import io.journeystream.local.Failure;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.runtime.configuration.Contradiction;
import io.journeystream.runtime.configuration.Kinds;
import io.journeystream.runtime.configuration.Mistake;
import io.journeystream.runtime.configuration.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the edge over HTTP. */
public final class IngestKeys {
    public static final Setting<String> HOST = new Setting<>(
            "ingest.host",
            Kinds.text("a name or address of this machine"),
            "127.0.0.1",
            "Where ingest listens; 0.0.0.0 for all addresses of the machine, which needs ingest.keys. Flag --host.");

    public static final Setting<Long> PORT = new Setting<>(
            "ingest.port", Kinds.wholeNumber(0, 65_535), "8080", "Its port, 0 for a free one. Flag --port.");

    public static final Setting<Path> KEYS = Setting.of(
            "ingest.keys",
            Kinds.existingFile("a file of keys"),
            "API keys that clients must have, hashed; without it none, which only a loopback address allows.");

    public static final Setting<Duration> ANSWER_WITHIN = new Setting<>(
            "ingest.answer-within",
            Kinds.duration(Duration.ofSeconds(1), Duration.ofMinutes(2)),
            "30s",
            "How long a request waits for Kafka's acknowledgements before it is told to come again.");

    public static final Setting<Duration> SILENCE = new Setting<>(
            "ingest.silence",
            Kinds.duration(Duration.ofMillis(500), Duration.ofMinutes(2)),
            "5s",
            "After how long without an acknowledgement of Kafka new requests are refused.");

    public static final Setting<Duration> FUTURE_TOLERANCE = new Setting<>(
            "ingest.future-tolerance",
            Kinds.duration(Duration.ofMillis(1), Duration.ofDays(1)),
            "5m",
            "An event that occurred further ahead of the clock is rejected (FUTURE).");

    public static final Setting<Duration> LATENESS = new Setting<>(
            "ingest.lateness",
            Kinds.duration(Duration.ofMinutes(1), Duration.ofDays(400)),
            "7d",
            "An event that occurred longer ago is rejected (TOO_LATE).");

    public static final Setting<Duration> TICK_INTERVAL = new Setting<>(
            "ingest.tick-interval",
            Kinds.duration(Duration.ofMillis(50), Duration.ofMinutes(1)),
            "1s",
            "Time between two clock ticks.");

    /** In the order of the reference. */
    public static final List<Setting<?>> ALL =
            List.of(HOST, PORT, KEYS, ANSWER_WITHIN, SILENCE, FUTURE_TOLERANCE, LATENESS, TICK_INTERVAL);

    /** What does not go together. */
    public static final List<Contradiction> CONTRADICTIONS =
            List.of(IngestKeys::silenceOutlastsTheAnswer, IngestKeys::openWithoutKeys);

    private static final Duration RECORD_PATIENCE = Duration.ofMinutes(2);

    private IngestKeys() {}

    private static Optional<Mistake> silenceOutlastsTheAnswer(Configuration configuration) {
        return configuration.get(SILENCE).compareTo(configuration.get(ANSWER_WITHIN)) <= 0
                ? Optional.empty()
                : Optional.of(new Mistake(SILENCE.key(), "must be no longer than " + ANSWER_WITHIN.key()));
    }

    private static Optional<Mistake> openWithoutKeys(Configuration configuration) {
        return Listening.openWithoutKeys(configuration, HOST, KEYS);
    }

    /** @throws Failure if what is asked for cannot be */
    static IngestSettings settings(Configuration configuration, Connection connection, Definitions definitions) {
        try {
            return new IngestSettings(
                    Listening.at(configuration, HOST, PORT),
                    new ProducerSettings(
                            connection.bootstrapServers(),
                            RECORD_PATIENCE,
                            connection.kafka().of(ClientKind.PRODUCER)),
                    RequestSettings.STANDARD.withAnswerWithin(
                            configuration.get(SILENCE), configuration.get(ANSWER_WITHIN)),
                    EdgeKeys.identifiers(configuration, definitions.identity()),
                    configuration.find(KEYS).orElse(null),
                    Limits.STANDARD,
                    configuration.get(FUTURE_TOLERANCE),
                    configuration.get(LATENESS),
                    configuration.get(TICK_INTERVAL));
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }
}
