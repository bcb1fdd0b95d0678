package io.journeystream.identity;

import io.journeystream.events.Identifier;

/**
 * Two different identifiers, whichever was named first.
 *
 * @param stronger the one that comes first in the order of {@link Identifiers}
 */
public record Pair(Identifier stronger, Identifier weaker) {

    /** The pair of two identifiers that differ. */
    public static Pair of(Identifier one, Identifier other, Identifiers order) {
        int compared = order.compare(one, other);
        if (compared == 0) {
            throw new IllegalArgumentException("a pair needs two identifiers, both were " + one);
        }
        return compared < 0 ? new Pair(one, other) : new Pair(other, one);
    }
}
