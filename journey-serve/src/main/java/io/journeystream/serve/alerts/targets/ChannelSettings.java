package io.journeystream.serve.alerts.targets;

import io.journeystream.serve.alerts.reach.Reach;
import io.journeystream.serve.alerts.secrets.Secrets;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * How targets are reached.
 *
 * @param patience with them
 * @param reach which addresses may be reached
 * @param secrets where they are looked up
 * @param clock for the time that is signed
 * @param tls which certificates are trusted
 */
public record ChannelSettings(Patience patience, Reach reach, Secrets secrets, Clock clock, SSLContext tls) {

    /** With the standard patience, and the trust of this Java. */
    public static ChannelSettings of(Reach reach, Secrets secrets, Clock clock) {
        try {
            return new ChannelSettings(Patience.STANDARD, reach, secrets, clock, SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java trusts no certificates: see javax.net.ssl.trustStore", e);
        }
    }

    public ChannelSettings with(Patience other) {
        return new ChannelSettings(other, reach, secrets, clock, tls);
    }

    public ChannelSettings with(SSLContext other) {
        return new ChannelSettings(patience, reach, secrets, clock, other);
    }

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
