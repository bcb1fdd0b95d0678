package io.journeystream.local.pipeline;

import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.streams.health.HealthPace;
import io.journeystream.streams.publishing.Pace;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the whole of Journeystream runs in this process.
 *
 * @param stack Kafka and registry
 * @param pace how often journeys are published
 * @param healthPace how often their health is
 * @param clock of the edge
 * @param alertPatience how long what belongs to an hour may take until it is asked for alerts; null: nobody asks
 */
public record PipelineSettings(
        StackSettings stack,
        WrittenDefinitions definitions,
        Pace pace,
        HealthPace healthPace,
        Clock clock,
        @Nullable Duration alertPatience) {}
