package io.journeystream.registry;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again while the registry cannot be asked, as long as a {@link Backoff} says; the last outage is thrown. */
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final Backoff backoff;

    Attempts(Backoff backoff) {
        this.backoff = backoff;
    }

    /**
     * What the request gives.
     *
     * @param request throws {@link RegistryUnavailable} if there was an outage; anything else is not tried again
     */
    <T> T untilAnswered(Supplier<T> request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return request.get();
            } catch (RegistryUnavailable outage) {
                if (attempt == backoff.attempts() || Thread.currentThread().isInterrupted()) {
                    throw outage;
                }
                LOG.debug("attempt {}: {}", attempt, outage.getMessage());
                pause(attempt, outage);
            }
        }
    }

    private void pause(int attempt, RegistryUnavailable outage) {
        try {
            Thread.sleep(backoff.after(attempt).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw outage;
        }
    }
}
