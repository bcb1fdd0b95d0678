package io.journeystream.serve.alerts.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How far event time had come a while ago: rules are asked about an hour only when what belongs to it has had the time
 * to go through stitching and health. For one thread.
 */
final class EventTime {
    private final long patienceMillis;
    private final Deque<Heard> heard = new ArrayDeque<>();
    private long latest = Long.MIN_VALUE;
    private long settled = Long.MIN_VALUE;

    private record Heard(long time, long at) {}

    EventTime(Duration patience) {
        this.patienceMillis = patience.toMillis();
    }

    /**
     * Event time has come so far.
     *
     * @param time event time, epoch milliseconds
     * @param at wall clock, milliseconds
     */
    void heard(long time, long at) {
        if (time > latest) {
            latest = time;
            heard.add(new Heard(time, at));
        }
    }

    /** Event time that was known so long ago; {@link Long#MIN_VALUE} if none was. */
    long settled(long at) {
        while (!heard.isEmpty() && heard.element().at() + patienceMillis <= at) {
            settled = heard.remove().time();
        }
        return settled;
    }
}
