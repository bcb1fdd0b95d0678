package io.journeystream.streams.placement;

/** What placing says to the world outside, beside whom clusters name. */
public interface Says extends Answers, Refusals {

    /**
     * An identifier was erased with the customer whom it named.
     *
     * @param hash of the identifier, 32 hex digits
     * @param until what occurred up to this time is erased, epoch milliseconds
     */
    void tellErasure(String hash, long until);
}
