package io.journeystream.streams.placement;

import io.journeystream.events.Identifier;

/**
 * A message with its address.
 *
 * @param to the identifier whose partition is meant
 */
record Letter(Identifier to, Message message) {}
