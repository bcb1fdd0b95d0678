package io.journeystream.streams.health;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.registry.SchemaRegistry;
import java.util.function.LongSupplier;

/**
 * What health goes by, the same for every partition.
 *
 * @param definitions the latest that are known at start
 * @param backlog hears what is still to be done
 * @param nanoTime measures slices; has no influence on what is counted
 */
public record HealthPlan(
        StandingDefinitions definitions,
        SchemaRegistry registry,
        HealthPace pace,
        Backlog backlog,
        LongSupplier nanoTime) {}
