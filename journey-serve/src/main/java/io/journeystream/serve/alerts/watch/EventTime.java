package io.journeystream.serve.alerts.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * How far event time had come when what is counted by now was in Kafka: rules are asked about an hour only when what
 * belongs to it has gone through stitching and health. For one thread.
 */
final class EventTime {
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
    private static final long LONG_MILLIS = Duration.ofMinutes(2).toMillis();

    /** Hours on their way at the same time, at most; when there are more, some are asked about together. */
    private static final int MOST = 200;

    private final List<PipelineStep> steps;
    private final Progress progress;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private long latest = Long.MIN_VALUE;
    private long marked = Long.MIN_VALUE;
    private long settled = Long.MIN_VALUE;

    EventTime(List<PipelineStep> steps, Progress progress) {
        this.steps = List.copyOf(steps);
        this.progress = progress;
    }

    /**
     * Event time has come so far.
     *
     * @param time event time, epoch milliseconds
     */
    void heard(long time) {
        latest = Math.max(latest, time);
    }

    /**
     * Event time up to which everything is counted; {@link Long#MIN_VALUE} if none is known.
     *
     * @param at wall clock, milliseconds
     */
    long settled(long at) {
        if (latest != Long.MIN_VALUE && (marked == Long.MIN_VALUE || hour(latest) > hour(marked))) {
            mark(at);
        }
        marks.forEach(mark -> mark.goOn(at));
        while (!marks.isEmpty() && marks.element().hasArrived()) {
            settled = marks.remove().time;
        }
        return settled;
    }

    /** The group that has not come on for a long time although there is something to read. */
    Optional<String> waitsFor(long at) {
        return Optional.ofNullable(marks.peek())
                .filter(mark -> mark.isStuck(at))
                .map(mark -> mark.step().group());
    }

    private void mark(long at) {
        if (marks.size() >= MOST) {
            marks.removeLast();
        }
        marked = latest;
        marks.add(new Mark(latest, at));
    }

    private static long hour(long time) {
        return Math.floorDiv(time, HOUR_MILLIS);
    }

    /** An hour's end on its way: whoever has read what was written before it has read all that belongs to the hour. */
    private final class Mark {
        private final long time;
        private int step;
        private Map<TopicPartition, Long> offsets = Map.of();
        private boolean read;
        private long since;

        Mark(long time, long at) {
            this.time = time;
            begin(0, at);
        }

        private void begin(int next, long at) {
            step = next;
            read = false;
            since = at;
            offsets = hasArrived() ? Map.of() : progress.written(step());
        }

        PipelineStep step() {
            return steps.get(step);
        }

        boolean hasArrived() {
            return step == steps.size();
        }

        boolean isStuck(long at) {
            return !hasArrived() && !read && at - since >= LONG_MILLIS;
        }

        void goOn(long at) {
            while (!hasArrived() && hasRead(at) && at - since >= step().holds().toMillis()) {
                begin(step + 1, at);
            }
        }

        private boolean hasRead(long at) {
            if (!read && progress.hasRead(step(), offsets)) {
                read = true;
                since = at;
            }
            return read;
        }
    }
}
