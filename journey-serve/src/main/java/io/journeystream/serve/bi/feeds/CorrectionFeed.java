package io.journeystream.serve.bi.feeds;

import io.journeystream.health.Correction;
import io.journeystream.serve.bi.star.Row;
import io.journeystream.serve.bi.star.Star;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import org.jspecify.annotations.Nullable;

/** Corrections, every one: they stay when their journey leaves, for they sum to what has become of the figures. */
final class CorrectionFeed implements Feed<Correction> {
    @Override
    public Topic<String, Correction> topic() {
        return Topics.CORRECTIONS;
    }

    @Override
    public Class<Correction> type() {
        return Correction.class;
    }

    @Override
    public boolean lastCounts() {
        return false;
    }

    @Override
    public void add(@Nullable Correction correction, Row.Origin origin, StarOutput out) {
        out.counted();
        if (correction == null) {
            return;
        }
        out.replace(
                Star.CORRECTIONS,
                Integer.toString(origin.partition()),
                Long.toString(origin.offset()),
                correction.getStartedAt().toString());
        out.type(correction.getType());
        out.day(correction.getStartedAt());
        out.row(Star.CORRECTIONS, Row.of(correction, origin));
    }
}
