package io.journeystream.streams.clusters;

/** Times as eight bytes in whose unsigned order they lie, before 1970 too. */
final class SortableTime {
    private SortableTime() {}

    static long encode(long epochMillis) {
        return epochMillis ^ Long.MIN_VALUE;
    }

    static long decode(long sortable) {
        return sortable ^ Long.MIN_VALUE;
    }
}
