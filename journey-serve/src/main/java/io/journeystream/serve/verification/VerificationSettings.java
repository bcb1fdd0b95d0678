package io.journeystream.serve.verification;

import io.journeystream.definitions.Definitions;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How to verify.
 *
 * @param definitions those that streams runs with
 * @param futureTolerance of streams: ticks further ahead of their arrival do not count
 * @param since only journeys and cohorts that began from then on are compared, and no identities; null for all
 * @param atWork whether streams may publish meanwhile: what differs is then looked at again, and what has just changed
 *     left out
 */
public record VerificationSettings(
        Definitions definitions,
        Duration futureTolerance,
        @Nullable Instant since,
        boolean atWork) {}
