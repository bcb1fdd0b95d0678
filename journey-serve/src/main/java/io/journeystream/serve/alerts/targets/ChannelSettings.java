package io.journeystream.serve.alerts.targets;

import io.journeystream.serve.alerts.reach.Reach;
import io.journeystream.serve.alerts.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;

/**
 * How targets are reached.
 *
 * @param patience with them
 * @param reach which addresses may be reached
 * @param secrets where they are looked up
 * @param clock for the time that is signed
 */
public record ChannelSettings(Patience patience, Reach reach, Secrets secrets, Clock clock) {

    /**
     * How long things may take.
     *
     * @param connect until there is a connection
     * @param answer between two signs of life
     * @param whole for one notice, all in all; less than half a minute
     */
    public record Patience(Duration connect, Duration answer, Duration whole) {
        private static final Duration MOST = Duration.ofSeconds(30);

        /** 5 s, 10 s, 25 s. */
        public static final Patience STANDARD =
                new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(25));

        public Patience {
            if (connect.toMillis() < 1 || answer.toMillis() < 1 || whole.toMillis() < 1) {
                throw new IllegalArgumentException("patience must be positive");
            }
            if (whole.compareTo(MOST) >= 0) {
                throw new IllegalArgumentException("sending must end within half a minute, was " + whole);
            }
        }
    }
}
