package io.journeystream.streams;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.streams.publishing.KeptBudget;
import io.journeystream.streams.publishing.Pace;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What stitching goes by, the same for every partition.
 *
 * @param definitions the latest that are known at start
 * @param partitions how many each input topic has
 * @param kept memory for clusters that need not be computed whole
 * @param futureTolerance a tick further ahead of its own arrival is ignored
 * @param nanoTime measures how long a slice of publishing has lasted; influences when, never what
 */
record StitchingPlan(
        StandingDefinitions definitions,
        SchemaRegistry registry,
        int partitions,
        Pace pace,
        KeptBudget kept,
        Duration futureTolerance,
        LongSupplier nanoTime) {

    StitchingPlan {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1, was " + partitions);
        }
        if (futureTolerance.isNegative()) {
            throw new IllegalArgumentException("future tolerance must not be negative, was " + futureTolerance);
        }
    }
}
