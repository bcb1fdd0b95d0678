package io.journeystream.local.services;

import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.runtime.configuration.Kinds;
import io.journeystream.runtime.configuration.Setting;
import io.journeystream.streams.StitchingSettings;
import io.journeystream.streams.StitchingSettings.Resources;
import io.journeystream.streams.publishing.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Settings of stitching. */
public final class StreamsKeys {
    public static final Setting<String> APPLICATION_ID = new Setting<>(
            "streams.application-id",
            Kinds.text("letters, digits, '.', '_' and '-'", Pattern.compile("[a-zA-Z0-9._-]+")),
            "journeystream-stitching",
            "Name of the group of instances that share the work; internal topics begin with it.");

    public static final Setting<Path> STATE_DIRECTORY = new Setting<>(
            "streams.state-directory",
            Kinds.path("a directory of this instance alone"),
            "journeystream-state",
            "Local state; may be lost, since Kafka has all of it, but then has to be restored.");

    public static final Setting<Long> THREADS = new Setting<>(
            "streams.threads",
            Kinds.wholeNumber(1, 256),
            "1",
            "Threads of this instance, each for its own partitions; in all instances no more than partitions are of use.");

    public static final Setting<Long> REPLICATION = new Setting<>(
            "streams.replication",
            TopicKeys.COPIES,
            "-1",
            "Copies of internal topics that are made; -1 for the brokers' default.");

    public static final Setting<Long> STATE_MEMORY_MIB = new Setting<>(
            "streams.state-memory-mib",
            Kinds.wholeNumber(16, 1 << 20),
            "128",
            "Memory outside the Java heap for caches and write buffers of all local state together, in MiB.");

    public static final Setting<Duration> PUBLISH_INTERVAL = new Setting<>(
            "streams.publish-interval",
            Kinds.duration(Duration.ofMillis(1), Duration.ofHours(1)),
            "1s",
            "A journey that changes all the time is published at most this often.");

    public static final Setting<Duration> FUTURE_TOLERANCE = new Setting<>(
            "streams.future-tolerance",
            Kinds.duration(Duration.ofMillis(1), Duration.ofDays(1)),
            "5m",
            "A clock tick further ahead of its own arrival is ignored.");

    /** In the order of the reference. */
    public static final List<Setting<?>> ALL = List.of(
            APPLICATION_ID,
            STATE_DIRECTORY,
            THREADS,
            REPLICATION,
            STATE_MEMORY_MIB,
            PUBLISH_INTERVAL,
            FUTURE_TOLERANCE);

    private StreamsKeys() {}

    static StitchingSettings settings(Configuration configuration, Connection connection) {
        return new StitchingSettings(
                connection.bootstrapServers(),
                configuration.get(APPLICATION_ID),
                configuration.get(STATE_DIRECTORY),
                Pace.STANDARD.withInterval(configuration.get(PUBLISH_INTERVAL)),
                configuration.get(FUTURE_TOLERANCE),
                new Resources(
                        Math.toIntExact(configuration.get(THREADS)),
                        Math.toIntExact(configuration.get(REPLICATION)),
                        configuration.get(STATE_MEMORY_MIB) << 20),
                Map.copyOf(connection.kafka().of(ClientKind.STREAMS)));
    }
}
