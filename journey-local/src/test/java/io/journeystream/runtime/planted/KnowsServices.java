package io.journeystream.runtime.planted;

import io.journeystream.streams.StitchingSettings;

/** Breaks the rule that what runs services knows none. */
public record KnowsServices(StitchingSettings service) {}
