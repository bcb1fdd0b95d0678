package io.journeystream.streams;

import java.util.List;

/**
 * Whether an instance of stitching does its work.
 *
 * @param live false if it has stopped for good and must be started anew
 * @param reasons why it is not ready, for a person to read; empty if it is: it runs, its state is restored, and what
 *     lies unread is bounded
 */
public record Readiness(boolean live, List<String> reasons) {
    public Readiness {
        reasons = List.copyOf(reasons);
    }

    public boolean isReady() {
        return live && reasons.isEmpty();
    }
}
