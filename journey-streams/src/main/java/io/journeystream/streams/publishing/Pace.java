package io.journeystream.streams.publishing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When journeys are published; never what. A journey is published at most once an interval, in slices short enough that
 * no transaction outlives its timeout, whatever has come due.
 *
 * @param interval least time between two rounds
 * @param slice time after which a round lets events pass, though not within one cluster
 * @param clustersPerSlice clusters after which it does, whatever the time
 * @param early when a round begins though the interval has not passed; null for never
 */
public record Pace(
        Duration interval,
        Duration slice,
        int clustersPerSlice,
        @Nullable Early early) {

    /**
     * What lets a round begin early.
     *
     * @param lull time without any record once a tick has come, which whoever sends all there is sends last
     * @param waiting changed clusters, which memory has to hold until the round takes them
     */
    public record Early(Duration lull, int waiting) {}

    /** At most once a second, in slices of a twentieth of one. */
    public static final Pace STANDARD = new Pace(Duration.ofSeconds(1), Duration.ofMillis(50), 5_000, null);

    /**
     * For an import that nobody watches: when all of it has come, as a tick tells that is sent once all is read, or as
     * much as memory has room for. A mere lull tells nothing: one partition's records may wait while another's are read.
     */
    public static final Pace BULK =
            new Pace(Duration.ofHours(1), Duration.ofMillis(50), 5_000, new Early(Duration.ofMillis(200), 100_000));

    public Pace {
        if (interval.isNegative()) {
            throw new IllegalArgumentException("publish interval must not be negative, was " + interval);
        }
        if (slice.isNegative() || slice.isZero() || slice.compareTo(Duration.ofSeconds(1)) > 0) {
            throw new IllegalArgumentException("slice must be more than 0 and at most PT1S, was " + slice);
        }
        if (clustersPerSlice < 1) {
            throw new IllegalArgumentException("clusters per slice must be at least 1, was " + clustersPerSlice);
        }
    }

    /** How long imports may be merged at a stretch: live events must hardly notice. */
    Duration mergeSlice() {
        return slice.dividedBy(5);
    }

    /** Whether a round may begin before its time. */
    boolean isEarly(long quietMillis, boolean ticked, int waiting) {
        return early != null && ((ticked && quietMillis >= early.lull().toMillis()) || waiting >= early.waiting());
    }

    /** Whether the first round waits for as long as any other. */
    boolean isPatient() {
        return early != null;
    }

    public Pace withInterval(Duration other) {
        return new Pace(other, slice, clustersPerSlice, early);
    }
}
