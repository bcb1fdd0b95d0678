package io.journeystream.serve.bi.feeds;

import io.journeystream.health.CellKey;
import io.journeystream.health.HealthCell;
import io.journeystream.health.HealthFigures;
import io.journeystream.serve.bi.star.Row;
import io.journeystream.serve.bi.star.Star;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Health cells: a row for matured journeys and one for provisional ones, where there are any. */
public final class HealthFeed implements Feed<HealthCell> {
    @Override
    public Topic<String, HealthCell> topic() {
        return Topics.HEALTH;
    }

    @Override
    public Class<HealthCell> type() {
        return HealthCell.class;
    }

    @Override
    public void add(@Nullable HealthCell cell, Row.Origin origin, StarOutput out) {
        Instant cohort;
        try {
            cohort = Instant.ofEpochMilli(CellKey.parse(origin.key()).cohort());
        } catch (IllegalArgumentException | DateTimeException e) {
            return; // of a later version, which has cells that this one does not know
        }
        out.counted();
        out.replace(Star.HEALTH, origin.key(), cohort.toString());
        if (cell == null) {
            return;
        }
        out.type(cell.getType());
        out.day(cohort);
        Row row = Row.of(cell, origin);
        figures(cell.getMatured(), Star.MATURED, row, out);
        figures(cell.getProvisional(), Star.PROVISIONAL, row, out);
    }

    private static void figures(HealthFigures figures, int maturity, Row cell, StarOutput out) {
        if (figures.getJourneys() > 0) {
            out.row(Star.HEALTH, cell.part(figures, maturity));
        }
    }
}
