package io.journeystream.ingest.http;

import io.journeystream.ingest.events.ArrivalRule;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.ingest.producing.ProducerSettings;
import io.journeystream.ingest.producing.RequestSettings;
import io.journeystream.runtime.http.BodyLimits;
import io.journeystream.runtime.http.HttpSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to run the edge.
 *
 * @param http where it listens
 * @param kafka how Kafka is reached; its patience is how long a record may be tried, well above {@code answerWithin}
 * @param requests what requests may ask of Kafka
 * @param identifiers how identifiers are normalised
 * @param keyFile keys that clients must have; null for none, which only an address of loopback allows
 * @param limits of a request
 * @param futureTolerance how far ahead of the clock an event may have occurred
 * @param lateness how far behind
 * @param tickInterval time between clock ticks
 */
public record IngestSettings(
        HttpSettings http,
        ProducerSettings kafka,
        RequestSettings requests,
        IdentifierSettings identifiers,
        @Nullable Path keyFile,
        Limits limits,
        Duration futureTolerance,
        Duration lateness,
        Duration tickInterval) {
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(50);
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);
    private static final Duration RECORD_PATIENCE = Duration.ofMinutes(2);

    /**
     * How much a request may bring, and how much all of them.
     *
     * @param body of one request
     * @param items most items of one request
     * @param allBodies most bytes of bodies in memory
     */
    public record Limits(BodyLimits body, int items, long allBodies) {
        private static final int MEGABYTE = 1024 * 1024;

        /** 10 MB sent, 20 MB decompressed, 30 s to arrive, 20,000 items, 64 MB in memory. */
        public static final Limits STANDARD = new Limits(
                new BodyLimits(10 * MEGABYTE, 20 * MEGABYTE, Duration.ofSeconds(30)), 20_000, 64L * MEGABYTE);

        public Limits {
            if (items < 1) {
                throw new IllegalArgumentException("items of a request must be at least 1, were " + items);
            }
            if (allBodies < body.unpacked()) {
                throw new IllegalArgumentException("all bodies must be given at least as many bytes as one may have, "
                        + body.unpacked() + ", were " + allBodies);
            }
        }
    }

    public IngestSettings {
        if (tickInterval.compareTo(SHORTEST_INTERVAL) < 0 || tickInterval.compareTo(LONGEST_INTERVAL) > 0) {
            throw new IllegalArgumentException(
                    "tick-interval must be 50 ms to 1 min: ticks also show whether Kafka is there, was "
                            + tickInterval);
        }
        if (kafka.patience().compareTo(requests.answerWithin()) < 0) {
            throw new IllegalArgumentException("a record must be tried at least as long as its request waits, "
                    + requests.answerWithin() + ", was " + kafka.patience());
        }
        if (keyFile == null && !http.isLoopback()) {
            throw new IllegalArgumentException("whoever listens on " + http.host()
                    + " can be reached from other machines and needs API keys: ./journey keys create NAME makes one;"
                    + " or listen on 127.0.0.1");
        }
    }

    /** On loopback, without keys. */
    public static IngestSettings local(int port, String bootstrapServers) {
        return new IngestSettings(
                HttpSettings.at("127.0.0.1", port),
                new ProducerSettings(bootstrapServers, RECORD_PATIENCE, Map.of()),
                RequestSettings.STANDARD,
                IdentifierSettings.STANDARD,
                null,
                Limits.STANDARD,
                ArrivalRule.FUTURE_TOLERANCE,
                ArrivalRule.LATENESS,
                Duration.ofSeconds(1));
    }

    public IngestSettings with(HttpSettings other) {
        return new IngestSettings(
                other, kafka, requests, identifiers, keyFile, limits, futureTolerance, lateness, tickInterval);
    }

    public IngestSettings with(RequestSettings other) {
        return new IngestSettings(
                http, kafka, other, identifiers, keyFile, limits, futureTolerance, lateness, tickInterval);
    }

    public IngestSettings with(Limits other) {
        return new IngestSettings(
                http, kafka, requests, identifiers, keyFile, other, futureTolerance, lateness, tickInterval);
    }

    public IngestSettings with(IdentifierSettings other) {
        return new IngestSettings(
                http, kafka, requests, other, keyFile, limits, futureTolerance, lateness, tickInterval);
    }

    public IngestSettings withBootstrapServers(String other) {
        ProducerSettings elsewhere = new ProducerSettings(other, kafka.patience(), kafka.others());
        return new IngestSettings(
                http, elsewhere, requests, identifiers, keyFile, limits, futureTolerance, lateness, tickInterval);
    }

    public IngestSettings withKeys(Path file) {
        return new IngestSettings(
                http, kafka, requests, identifiers, file, limits, futureTolerance, lateness, tickInterval);
    }
}
