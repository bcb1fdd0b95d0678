package io.journeystream.local.cli;

import io.journeystream.local.Failure;
import io.journeystream.serve.health.Span;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Of which time journeys are meant, by their start. */
final class SpanOptions {
    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = When.Converter.class,
            description =
                    "Only journeys that began in that day (or hour) or later: a date such as 2026-03-01, an instant"
                            + " such as 2026-03-01T13:00:00Z, or how long ago, such as 7d. All times are UTC.")
    private @Nullable When since;

    @Option(
            names = "--until",
            paramLabel = "WHEN",
            converter = When.Converter.class,
            description = "Only those of days (or hours) that begin before then.")
    private @Nullable When until;

    /** @throws Failure if since is not before until */
    Span span(Clock clock) {
        Instant now = clock.instant();
        try {
            return new Span(since == null ? null : since.at(now), until == null ? null : until.at(now));
        } catch (IllegalArgumentException e) {
            throw new Failure("--" + e.getMessage(), e);
        }
    }
}
