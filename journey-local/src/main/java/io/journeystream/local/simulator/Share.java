package io.journeystream.local.simulator;

/** A part of a whole, from 0 to 1. */
final class Share {
    private Share() {}

    static void require(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must be between 0 and 1, was " + share);
        }
    }
}
