package io.journeystream.local.truth;

import io.journeystream.events.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * An identifier that led to contacts of different persons being put together.
 *
 * @param identifier that these persons have in common; null if none was found, which is a fault of this program
 * @param blocked whether it names nobody, so that its customer stands for whoever left no other trace
 * @param persons who use it and were put together
 * @param pairs of contacts that it put together wrongly
 * @param told those of the pairs where each contact's own evidence tells its person from all others
 */
public record FalseMerge(@Nullable Identifier identifier, boolean blocked, int persons, long pairs, long told) {}
