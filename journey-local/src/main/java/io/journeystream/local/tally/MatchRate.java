package io.journeystream.local.tally;

import org.jspecify.annotations.Nullable;

/**
 * How many contacts are of a customer that is known by more than a weak identifier such as a cookie.
 *
 * @param strong contacts of customers with a strong identifier
 * @param contacts all
 */
public record MatchRate(long strong, long contacts) {
    /** Null if there are no contacts. */
    public @Nullable Double share() {
        return contacts == 0 ? null : (double) strong / contacts;
    }
}
