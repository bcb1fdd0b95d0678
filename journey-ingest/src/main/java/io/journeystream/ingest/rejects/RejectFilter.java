package io.journeystream.ingest.rejects;

import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import io.journeystream.rejects.Stage;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rejects are meant: those for which everything holds that is not null.
 *
 * @param reasons any of these; empty: all
 * @param file its whole name, or the end of it from a slash on
 * @param since refused then or later
 * @param until refused before
 */
public record RejectFilter(
        Set<RejectReason> reasons,
        @Nullable Stage stage,
        @Nullable String source,
        @Nullable String file,
        @Nullable Instant since,
        @Nullable Instant until) {
    public static final RejectFilter ALL = new RejectFilter(Set.of(), null, null, null, null, null);

    public RejectFilter {
        reasons = Set.copyOf(reasons);
        if (since != null && until != null && !since.isBefore(until)) {
            throw new IllegalArgumentException("since must be before until, they were " + since + " and " + until);
        }
    }

    /** Whether the reject is meant. */
    public boolean matches(Reject reject) {
        return (reasons.isEmpty() || reasons.contains(reject.getReason()))
                && (stage == null || stage == reject.getStage())
                && (source == null || source.equals(reject.getSource()))
                && (file == null || isFile(file, reject.getFile()))
                && isInTime(reject.getRejectedAt());
    }

    private static boolean isFile(String wanted, @Nullable String file) {
        return file != null && (file.equals(wanted) || file.endsWith("/" + wanted));
    }

    private boolean isInTime(Instant rejectedAt) {
        return (since == null || !rejectedAt.isBefore(since)) && (until == null || rejectedAt.isBefore(until));
    }
}
