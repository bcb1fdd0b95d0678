package io.journeystream.local.simulator;

import java.time.Instant;

/**
 * While it lasts, the bot understands nobody and passes everybody on, or loses them.
 *
 * @param until itself not included
 */
public record BotOutage(Instant from, Instant until) {

    public BotOutage {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("an outage ends after it begins, was from " + from + " until " + until);
        }
    }

    boolean covers(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }
}
