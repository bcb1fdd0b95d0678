package io.journeystream.sql.export;

import io.journeystream.serve.health.Span;
import java.time.Instant;
import java.util.Map;

/** Which rows of a view are of a span of time: those of journeys that began in it, whole days and hours of health. */
final class ExportedView {
    private static final String JOURNEY = "journey_started_at";
    private static final String COHORT = "cohort";
    private static final String DAY = "day";

    /** The column that tells; views that are not here are whole. */
    private static final Map<String, String> TIMES = Map.of(
            "fact_journey", "started_at",
            "fact_contact", JOURNEY,
            "fact_leg", JOURNEY,
            "fact_survey", JOURNEY,
            "fact_switch", JOURNEY,
            "fact_correction", "started_at",
            "fact_alert", "since",
            "agg_health", COHORT,
            "agg_health_bucket", COHORT,
            "agg_flow", DAY);

    private ExportedView() {}

    /** The statement that gives them. */
    static String select(String view, Span span) {
        String column = TIMES.get(view);
        String sql = "select * from bi_v1." + view;
        if (column == null) {
            return sql;
        }
        String where = " where true";
        if (span.since() != null) {
            where += " and " + column + " >= " + from(column, span.since());
        }
        if (span.until() != null) {
            where += " and " + column + " < timestamptz '" + span.until() + "'";
        }
        return sql + where;
    }

    private static String from(String column, Instant since) {
        String time = "timestamptz '" + since + "'";
        return switch (column) {
            case COHORT -> "date_trunc(lower(period), " + time + ")";
            case DAY -> "date_trunc('day', " + time + ")";
            default -> time;
        };
    }
}
