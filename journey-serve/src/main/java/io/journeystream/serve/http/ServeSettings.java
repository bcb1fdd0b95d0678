package io.journeystream.serve.http;

import io.journeystream.definitions.Definitions;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.runtime.http.BodyLimits;
import io.journeystream.runtime.http.HttpSettings;
import io.journeystream.serve.identity.Spelling;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to answer over HTTP.
 *
 * @param http where it listens
 * @param connection where Kafka and the registry are
 * @param definitions what holds where nobody has laid down any in Kafka
 * @param spelling of the edge
 * @param applicationId of streams, with which the names of its changelogs begin
 * @param keyFile keys that clients must have; null for none, which only an address of loopback allows
 * @param limits of what goes on at once
 */
public record ServeSettings(
        HttpSettings http,
        Connection connection,
        Definitions definitions,
        Spelling spelling,
        String applicationId,
        @Nullable Path keyFile,
        Limits limits) {

    /**
     * How much goes on at once, and for how long. An answer about who is whom reads all events in Kafka.
     *
     * @param reads most of these at once
     * @param readWithin after how long one of them is given up
     * @param commands most commands at once that wait for streams
     * @param body of a command
     */
    public record Limits(int reads, Duration readWithin, int commands, BodyLimits body) {
        private static final int LARGEST_BODY = 64 * 1024;

        /** 2 reads of up to 5 minutes, 8 commands, of 64 KB that arrive within 10 s. */
        public static final Limits STANDARD = new Limits(
                2, Duration.ofMinutes(5), 8, new BodyLimits(LARGEST_BODY, LARGEST_BODY, Duration.ofSeconds(10)));

        public Limits {
            if (reads < 1 || commands < 1) {
                throw new IllegalArgumentException(
                        "reads and commands at once must be at least 1, were " + reads + " and " + commands);
            }
            if (readWithin.isNegative() || readWithin.isZero()) {
                throw new IllegalArgumentException("the time for an answer must be positive, was " + readWithin);
            }
        }
    }

    public ServeSettings {
        if (keyFile == null && !http.isLoopback()) {
            throw new IllegalArgumentException("whoever listens on " + http.host()
                    + " can be reached from other machines and needs API keys: ./journey keys create NAME --scope"
                    + " identity:read makes one; or listen on 127.0.0.1");
        }
    }

    public ServeSettings withKeys(Path file) {
        return new ServeSettings(http, connection, definitions, spelling, applicationId, file, limits);
    }

    public ServeSettings with(Limits other) {
        return new ServeSettings(http, connection, definitions, spelling, applicationId, keyFile, other);
    }

    public ServeSettings with(Spelling other) {
        return new ServeSettings(http, connection, definitions, other, applicationId, keyFile, limits);
    }
}
