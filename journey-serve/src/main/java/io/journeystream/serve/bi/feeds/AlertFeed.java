package io.journeystream.serve.bi.feeds;

import io.journeystream.alerts.Alert;
import io.journeystream.serve.bi.star.Row;
import io.journeystream.serve.bi.star.Star;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import org.jspecify.annotations.Nullable;

/** Alerts as they stand. */
final class AlertFeed implements Feed<Alert> {
    @Override
    public Topic<String, Alert> topic() {
        return Topics.ALERTS;
    }

    @Override
    public Class<Alert> type() {
        return Alert.class;
    }

    @Override
    public void add(@Nullable Alert alert, Row.Origin origin, StarOutput out) {
        out.counted();
        out.replace(Star.ALERTS, origin.key());
        if (alert != null) {
            out.type(alert.getType());
            out.row(Star.ALERTS, Row.of(alert, origin));
        }
    }
}
