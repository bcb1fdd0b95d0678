package io.journeystream.runtime.http;

import java.time.Duration;

/**
 * How large and how slow a request's body may be.
 *
 * @param sent most bytes as they are sent, compressed or not
 * @param unpacked most bytes when decompressed
 * @param within how long it may take to arrive
 */
public record BodyLimits(int sent, int unpacked, Duration within) {
    public BodyLimits {
        if (sent < 1 || unpacked < sent) {
            throw new IllegalArgumentException(
                    "a body's limits must be 1 byte or more, and no smaller unpacked than sent, were " + sent + " and "
                            + unpacked);
        }
        if (within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("the time for a body must be positive, was " + within);
        }
    }
}
