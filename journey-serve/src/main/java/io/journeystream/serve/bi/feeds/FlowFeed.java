package io.journeystream.serve.bi.feeds;

import io.journeystream.health.Flow;
import io.journeystream.health.FlowFigures;
import io.journeystream.health.FlowKey;
import io.journeystream.serve.bi.star.Row;
import io.journeystream.serve.bi.star.Star;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Edges of the journey map: a row for matured journeys and one for provisional ones, where there are any. */
public final class FlowFeed implements Feed<Flow> {
    @Override
    public Topic<String, Flow> topic() {
        return Topics.FLOWS;
    }

    @Override
    public Class<Flow> type() {
        return Flow.class;
    }

    @Override
    public void add(@Nullable Flow flow, Row.Origin origin, StarOutput out) {
        Instant day;
        try {
            day = Instant.ofEpochMilli(FlowKey.parse(origin.key()).day());
        } catch (IllegalArgumentException | DateTimeException e) {
            return; // of a later version, which has edges that this one does not know
        }
        out.counted();
        out.replace(
                Star.FLOWS,
                origin.key(),
                LocalDate.ofInstant(day, ZoneOffset.UTC).toString());
        if (flow == null) {
            return;
        }
        out.type(flow.getType());
        out.channel(flow.getFrom());
        out.channel(flow.getTo());
        out.day(day);
        Row row = Row.of(flow, origin);
        figures(flow.getMatured(), Star.MATURED, row, out);
        figures(flow.getProvisional(), Star.PROVISIONAL, row, out);
    }

    private static void figures(FlowFigures figures, int maturity, Row edge, StarOutput out) {
        if (figures.getTransitions() > 0) {
            out.row(Star.FLOWS, edge.part(figures, maturity));
        }
    }
}
