package io.journeystream.local.demo;

import io.journeystream.definitions.WrittenDefinitions;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the demo runs.
 *
 * @param runFor null: until interrupted
 * @param data directory to keep everything in and to go on from; null: a temporary one
 * @param speed simulated time that passes in a second
 * @param seed the same seed simulates the same customers
 * @param definitions null: the simulated organisation's own
 * @param kafkaPort 0 for a free one
 * @param registryPort 0 for a free one
 */
public record DemoSettings(
        @Nullable Duration runFor,
        @Nullable Path data,
        Duration speed,
        long seed,
        @Nullable WrittenDefinitions definitions,
        int kafkaPort,
        int registryPort) {}
