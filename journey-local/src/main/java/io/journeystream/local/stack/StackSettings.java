package io.journeystream.local.stack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to start a {@link LocalStack}.
 *
 * @param dataDirectory where everything is kept; null for a temporary directory that is deleted on close
 * @param kafkaPort 0 for a free one
 * @param registryPort 0 for a free one
 * @param partitions of each topic that does not exist yet
 */
public record StackSettings(@Nullable Path dataDirectory, int kafkaPort, int registryPort, int partitions) {
    private static final int STANDARD_PARTITIONS = 4;

    public StackSettings {
        requirePort(kafkaPort, "--kafka-port");
        requirePort(registryPort, "--registry-port");
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1, was " + partitions);
        }
    }

    /** A temporary directory, free ports. */
    public static StackSettings temporary() {
        return new StackSettings(null, 0, 0, STANDARD_PARTITIONS);
    }

    /** A directory that is kept, free ports. */
    public static StackSettings in(Path dataDirectory) {
        return new StackSettings(dataDirectory, 0, 0, STANDARD_PARTITIONS);
    }

    public StackSettings withPorts(int kafka, int registry) {
        return new StackSettings(dataDirectory, kafka, registry, partitions);
    }

    public StackSettings withPartitions(int number) {
        return new StackSettings(dataDirectory, kafkaPort, registryPort, number);
    }

    private static void requirePort(int port, String flag) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(flag + " must be 1 to 65535, or 0 for a free one, was " + port);
        }
    }
}
