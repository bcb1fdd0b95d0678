package io.journeystream.local.pipeline;

import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.streams.health.HealthPace;
import io.journeystream.streams.publishing.Pace;
import java.time.Clock;

/**
 * How the whole of Journeystream runs in this process.
 *
 * @param stack Kafka and registry
 * @param pace how often journeys are published
 * @param healthPace how often their health is
 * @param clock of the edge
 */
public record PipelineSettings(
        StackSettings stack, WrittenDefinitions definitions, Pace pace, HealthPace healthPace, Clock clock) {}
