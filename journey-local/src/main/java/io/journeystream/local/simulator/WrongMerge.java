package io.journeystream.local.simulator;

import io.journeystream.identity.Pair;
import java.time.Instant;

/**
 * Two identifiers that an event names together although they are of different persons, until somebody notices.
 *
 * @param pair whose evidence is to be withdrawn
 * @param at when that is noticed, simulated time
 */
public record WrongMerge(Pair pair, Instant at) {}
