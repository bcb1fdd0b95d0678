package io.journeystream.ingest.imports;

import io.journeystream.events.Event;
import io.journeystream.ingest.producing.EventSink;
import io.journeystream.ingest.producing.Produced;
import io.journeystream.rejects.Reject;
import io.journeystream.topics.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Sends events in portions, the next but one only when stitching has read a portion: at most two lie unread, whatever
 * live sources send at the same time, so that live events never wait behind more than these. When stitching is slow to
 * read, because it has much else to do, the import rests for twice as long.
 */
final class UnhurriedSink implements EventSink {
    /** What stitching takes to read and commit, with nothing else to do. */
    private static final long PROMPT_MILLIS = 250;

    private static final long LONGEST_REST_MILLIS = 2_000;
    private static final int RESTS = 2;

    private final EventSink sink;
    private final StitchingGroup group;
    private final int portion;
    private int sentOfPortion;
    private Map<TopicPartition, Long> before = Map.of();

    UnhurriedSink(EventSink sink, StitchingGroup group, int mostUnread) {
        this.sink = sink;
        this.group = group;
        this.portion = mostUnread / 2;
    }

    @Override
    public void send(Event event) {
        sink.send(event);
        sentOfPortion++;
        if (sentOfPortion == portion) {
            sentOfPortion = 0;
            awaitPortionBefore();
        }
    }

    private void awaitPortionBefore() {
        sink.flush();
        try {
            Map<TopicPartition, Long> now = group.written(Topics.EVENTS);
            long began = System.nanoTime();
            group.awaitRead(before);
            before = now;
            rest(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static void rest(long readingMillis) throws InterruptedException {
        if (readingMillis > PROMPT_MILLIS) {
            Thread.sleep(Math.min(LONGEST_REST_MILLIS, RESTS * readingMillis));
        }
    }

    @Override
    public void reject(Reject reject) {
        sink.reject(reject);
    }

    @Override
    public void tick(Instant time, String origin) {
        sink.tick(time, origin);
    }

    @Override
    public void flush() {
        sink.flush();
    }

    @Override
    public Produced produced() {
        return sink.produced();
    }
}
