package io.journeystream.ingest.rejects;

/**
 * Counts of a replay; each reject is in one of the first four.
 *
 * @param replayed went in
 * @param leftOut by the mapping, on purpose
 * @param stillRefused at least one event of it
 * @param notReplayable as it is kept, or with what was given
 * @param events sent of those that went in
 */
public record ReplayCounts(long replayed, long leftOut, long stillRefused, long notReplayable, long events) {
    static final ReplayCounts NONE = new ReplayCounts(0, 0, 0, 0, 0);

    ReplayCounts and(Outcome outcome) {
        if (outcome instanceof Outcome.Replayed went) {
            return new ReplayCounts(replayed + 1, leftOut, stillRefused, notReplayable, events + went.events());
        }
        if (outcome instanceof Outcome.LeftOut) {
            return new ReplayCounts(replayed, leftOut + 1, stillRefused, notReplayable, events);
        }
        return outcome instanceof Outcome.StillRefused
                ? new ReplayCounts(replayed, leftOut, stillRefused + 1, notReplayable, events)
                : new ReplayCounts(replayed, leftOut, stillRefused, notReplayable + 1, events);
    }

    /** Whether nothing is left to be done. */
    public boolean isComplete() {
        return stillRefused == 0 && notReplayable == 0;
    }

    /** All rejects that were put through. */
    public long rejects() {
        return replayed + leftOut + stillRefused + notReplayable;
    }
}
