package io.journeystream.local.cli;

import io.journeystream.ingest.rejects.RejectFilter;
import io.journeystream.local.Failure;
import io.journeystream.rejects.RejectReason;
import io.journeystream.rejects.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rejects are meant; all that is given must hold. */
final class RejectFilterOptions {
    @Option(
            names = "--reason",
            paramLabel = "REASON",
            split = ",",
            description = "Only of these reasons: ${COMPLETION-CANDIDATES}.")
    private List<RejectReason> reasons = new ArrayList<>();

    @Option(names = "--source", paramLabel = "SOURCE", description = "Only events of this source.")
    private @Nullable String source;

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description = "Only what was refused there: ${COMPLETION-CANDIDATES}.")
    private @Nullable Stage stage;

    @Option(names = "--file", paramLabel = "FILE", description = "Only rows of this file, with its folders or without.")
    private @Nullable String file;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = When.Converter.class,
            description =
                    "Only what was refused then or later: an instant such as 2026-03-01T00:00:00Z, or how long ago,"
                            + " such as 2h.")
    private @Nullable When since;

    @Option(
            names = "--until",
            paramLabel = "WHEN",
            converter = When.Converter.class,
            description = "Only what was refused before then.")
    private @Nullable When until;

    boolean isGiven() {
        return !reasons.isEmpty() || source != null || stage != null || file != null || since != null || until != null;
    }

    /** @throws Failure if since is not before until */
    RejectFilter filter(Clock clock) {
        Instant now = clock.instant();
        try {
            return new RejectFilter(
                    Set.copyOf(reasons),
                    stage,
                    source,
                    file,
                    since == null ? null : since.at(now),
                    until == null ? null : until.at(now));
        } catch (IllegalArgumentException e) {
            throw new Failure("--" + e.getMessage(), e);
        }
    }
}
