package io.journeystream.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How values of at least 0 are spread, in buckets whose bounds are whole numbers and grow by at most a fiftieth: the
 * middle of a bucket is within 1 % of every value in it. Counts can be added and exactly taken away again. (Log-spaced
 * buckets: see Masson, Rim, Lee: DDSketch, 2019; whole bounds make them exact on every machine.)
 */
public final class Histogram {
    private static final long[] BOUNDS = bounds();

    private final SortedMap<Integer, Long> counts = new TreeMap<>();

    private static long[] bounds() {
        List<Long> bounds = new ArrayList<>();
        long bound = 0;
        while (bound >= 0) { // until it overflows
            bounds.add(bound);
            bound += Math.max(1, bound / 50);
        }
        bounds.add(Long.MAX_VALUE);
        return bounds.stream().mapToLong(Long::longValue).toArray();
    }

    /** Adds a value so many times; negative ones count as 0. */
    void add(long value, long times) {
        addTo(bucket(Math.max(0, value)), times);
    }

    /** Adds so many to a bucket. */
    public void addTo(int bucket, long times) {
        counts.merge(bucket, times, (a, b) -> a + b == 0 ? null : a + b);
    }

    /** Adds a bucket of a record. */
    void add(Bucket bucket) {
        addTo(bucket(bucket.getUpTo()), bucket.getCount());
    }

    void add(Histogram other) {
        other.counts.forEach(this::addTo);
    }

    private static int bucket(long value) {
        int found = Arrays.binarySearch(BOUNDS, value);
        return found >= 0 ? found : -found - 1;
    }

    /** Number and count of each bucket that is not empty, ascending; a view. */
    public SortedMap<Integer, Long> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The same with the greatest value of each bucket, as records carry it. */
    List<Bucket> buckets() {
        return counts.entrySet().stream()
                .map(each -> new Bucket(BOUNDS[each.getKey()], each.getValue()))
                .toList();
    }

    /**
     * A value that is within 1 % of the one at rank {@code ceil(share x number)} of all.
     *
     * @param share above 0, at most 1
     * @return null if there is none
     */
    @Nullable
    Double quantile(double share) {
        long number = counts.values().stream().mapToLong(Long::longValue).sum();
        long rank = Math.max(1, (long) Math.ceil(share * number));
        long passed = 0;
        for (Map.Entry<Integer, Long> each : counts.entrySet()) {
            passed += each.getValue();
            if (passed >= rank) {
                return middle(each.getKey());
            }
        }
        return null;
    }

    private static double middle(int bucket) {
        return bucket == 0 ? 0 : ((double) BOUNDS[bucket - 1] + 1 + BOUNDS[bucket]) / 2;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
