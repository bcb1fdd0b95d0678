package io.journeystream.serve.planted;

import io.journeystream.streams.StitchingSettings;

/** Breaks the rule that serve reads topics only. */
public record KnowsState(StitchingSettings streams) {}
