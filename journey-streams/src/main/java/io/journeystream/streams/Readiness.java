package io.journeystream.streams;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether an instance of stitching or of health does its work.
 *
 * @param live false if it has stopped for good and must be started anew
 * @param reasons why it is not ready, for a person to read; empty if it is: it runs, its state is restored, and what
 *     lies unread is bounded
 */
public record Readiness(boolean live, List<String> reasons) {
    static final Readiness READY = new Readiness(true, List.of());

    public Readiness {
        reasons = List.copyOf(reasons);
    }

    public boolean isReady() {
        return live && reasons.isEmpty();
    }

    /** As live as it is, and not ready for one more reason. */
    Readiness but(String reason) {
        return and(new Readiness(true, List.of(reason)));
    }

    /** Whether both do. */
    public Readiness and(Readiness other) {
        List<String> both =
                Stream.concat(reasons.stream(), other.reasons.stream()).toList();
        return new Readiness(live && other.live, both);
    }
}
