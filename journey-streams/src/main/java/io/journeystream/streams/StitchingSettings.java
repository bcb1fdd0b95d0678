package io.journeystream.streams;

import io.journeystream.streams.publishing.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How one instance of stitching runs.
 *
 * @param bootstrapServers Kafka brokers, {@code host:port} with commas between
 * @param applicationId name of the group of instances that share the work; also begins the names of internal topics
 * @param stateDirectory local state; may be lost, Kafka has all of it
 * @param pace how often a journey is published
 * @param futureTolerance a clock tick further ahead of its own arrival is ignored
 * @param resources what it may use
 * @param kafka further properties of Kafka clients and Kafka Streams, such as security; ours win
 */
public record StitchingSettings(
        String bootstrapServers,
        String applicationId,
        Path stateDirectory,
        Pace pace,
        Duration futureTolerance,
        Resources resources,
        Map<String, Object> kafka) {

    public StitchingSettings {
        kafka = Map.copyOf(kafka);
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("bootstrap servers must be given, such as localhost:9092");
        }
        if (!applicationId.matches("[a-zA-Z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "application id must consist of letters, digits, '.', '_' and '-', was '" + applicationId + "'");
        }
        if (futureTolerance.isNegative()) {
            throw new IllegalArgumentException("future tolerance must not be negative, was " + futureTolerance);
        }
    }

    /**
     * What one instance may use.
     *
     * @param threads each works on its own partitions
     * @param replication copies of internal topics; -1 for the brokers' default
     * @param stateMemoryBytes for caches and write buffers of all local state together
     */
    public record Resources(int threads, int replication, long stateMemoryBytes) {
        private static final long LEAST_MEMORY = 16L << 20;

        public Resources {
            if (threads < 1) {
                throw new IllegalArgumentException("threads must be at least 1, was " + threads);
            }
            if (replication == 0 || replication < -1) {
                throw new IllegalArgumentException("replication must be at least 1, or -1, was " + replication);
            }
            if (stateMemoryBytes < LEAST_MEMORY) {
                throw new IllegalArgumentException(
                        "state memory must be at least " + LEAST_MEMORY + " bytes, was " + stateMemoryBytes);
            }
        }
    }

    /** The standard: one thread, 128 MiB for state, journeys at most once a second. */
    public static StitchingSettings of(String bootstrapServers, Path stateDirectory) {
        return new StitchingSettings(
                bootstrapServers,
                "journeystream-stitching",
                stateDirectory,
                Pace.STANDARD,
                Duration.ofMinutes(5),
                new Resources(1, -1, 128L << 20),
                Map.of());
    }

    public StitchingSettings withApplicationId(String other) {
        return new StitchingSettings(bootstrapServers, other, stateDirectory, pace, futureTolerance, resources, kafka);
    }

    public StitchingSettings withPace(Pace other) {
        return new StitchingSettings(
                bootstrapServers, applicationId, stateDirectory, other, futureTolerance, resources, kafka);
    }

    public StitchingSettings withResources(Resources other) {
        return new StitchingSettings(
                bootstrapServers, applicationId, stateDirectory, pace, futureTolerance, other, kafka);
    }

    public StitchingSettings withKafka(Map<String, Object> other) {
        return new StitchingSettings(
                bootstrapServers, applicationId, stateDirectory, pace, futureTolerance, resources, other);
    }
}
