package io.journeystream.local.simulator;

/**
 * Whose event it really is.
 *
 * @param person one of {@link GroundTruth#identifiers}
 * @param issue the concern it belongs to, unique among all persons
 */
public record Origin(String person, String issue) {}
