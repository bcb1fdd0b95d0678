package io.journeystream.streams.placement;

import io.journeystream.events.Identifier;

/** What placing says to the world outside, beside whom clusters name. */
public interface Says extends Answers, Refusals {

    /**
     * An identifier was erased with the customer whom it named.
     *
     * @param identifier its hashed name
     * @param until what occurred up to this time is erased, epoch milliseconds
     */
    void tellErasure(Identifier identifier, long until);
}
