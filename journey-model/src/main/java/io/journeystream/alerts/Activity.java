package io.journeystream.alerts;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When each source was last heard of, in event time. */
public final class Activity {
    private final Map<String, Long> latest = new HashMap<>();
    private long knownSince = Long.MAX_VALUE;

    /**
     * All that has happened since is known here.
     *
     * @param time event time, epoch milliseconds; what was known for longer stays so
     */
    public void knownSince(long time) {
        knownSince = Math.min(knownSince, time);
    }

    /** Something happened in a source. */
    public void heard(String source, long occurredAt) {
        latest.merge(source, occurredAt, Math::max);
    }

    /** All that were heard of. */
    Set<String> sources() {
        return new TreeSet<>(latest.keySet());
    }

    /** Null if it was not heard of. */
    @Nullable
    Long latest(String source) {
        return latest.get(source);
    }

    /** Whether all that has happened since a time is known. */
    boolean isKnown(long since) {
        return knownSince <= since;
    }
}
