package io.journeystream.serve.bi.star;

import io.journeystream.health.Correction;
import io.journeystream.health.Flow;
import io.journeystream.health.FlowFigures;
import io.journeystream.health.HealthCell;
import io.journeystream.health.HealthFigures;
import io.journeystream.topics.Topics;
import java.time.Instant;

/** The tables whose rows are made of health cells, edges of the journey map, and corrections. */
final class HealthTables {
    private static final String FIGURES = "matured/provisional";
    private static final int MOST_CHANNELS = 4;
    private static final String MATURITY =
            "MATURED: over matured journeys, the headline; PROVISIONAL: over those that still move by themselves.";
    private static final String SUMS =
            " Counts and sums may be added up over rows; columns cell_* are of this row only:"
                    + " rates over several rows are sums over sums.";

    private HealthTables() {}

    static Table health() {
        TableBuilder table = TableBuilder.ofParts(
                        "agg_health",
                        Topics.HEALTH.name(),
                        HealthCell.getClassSchema(),
                        FIGURES,
                        HealthFigures.getClassSchema())
                .own("cell", Kind.TEXT, "Name of the cell, its key in " + Topics.HEALTH + ".", HealthTables::key)
                .allOfWhole("type", "team", "period", "cohort")
                .own("cohort_date", Kind.DATE, "Day in UTC of the cohort.", row -> Days.dateOf(cohort(row)))
                .own(
                        "cohort_hour",
                        Kind.SMALLINT,
                        "Hour in UTC of the cohort, 0 to 23.",
                        row -> Days.hourOf(cohort(row)))
                .byMonthOf("cohort")
                .allOfWhole("dimension", "value")
                .own("maturity", Kind.TEXT, MATURITY, HealthTables::maturity);
        outcomes(table);
        containment(table);
        costs(table);
        effort(table);
        timesAndAnswers(table);
        return table.build(
                HealthCell.getClassSchema().getDoc() + " One row for each cell and maturity that has journeys." + SUMS);
    }

    private static void outcomes(TableBuilder table) {
        table.fields("journeys", "contacts", "resolved")
                .field("resolved_by_customer", "resolvedBy.customer")
                .field("resolved_by_case", "resolvedBy.caseClosed")
                .field("resolved_by_outcome", "resolvedBy.outcome")
                .field("resolved_by_operation", "resolvedBy.operation")
                .field("resolved_by_silence", "resolvedBy.silence")
                .fields("firstContactKnown", "firstContactResolved")
                .cell("firstContactResolution", "firstContactResolutionByContact");
    }

    private static void containment(TableBuilder table) {
        table.prefixed("self_service_", "selfService", "entries", "handedOff", "containedConfirmed", "containedAssumed")
                .prefixed("self_service_", "selfService", "noIntent", "abandoned", "unconfirmed", "verified")
                .cell("rawContainment", "strictContainment", "verifiedContainment", "leakage")
                .field("forced_switches", "switches.forced")
                .field("voluntary_switches", "switches.voluntary")
                .field("concurrent_switches", "switches.concurrent");
    }

    private static void costs(TableBuilder table) {
        table.fields("cost", "switchCost", "costOfResolved").cell("costPerResolution", "meanCostOfResolved");
        for (int channels = 1; channels <= MOST_CHANNELS; channels++) {
            String with = "_with_" + channels + "_channels";
            String place = "byChannelCount." + channels + ".";
            table.field("journeys" + with, place + "journeys")
                    .field("cost" + with, place + "cost")
                    .field("cost_squared" + with, place + "costSquared");
        }
        table.cell("marginalChannelCost", "excessCost");
    }

    private static void effort(TableBuilder table) {
        table.cell("effort").fields("effortSum").cell("effortMedian").field("cell_effort_p90", "effortP90");
        table.prefixed("driver_", "drivers", TableBuilder.DRIVERS.toArray(String[]::new));
    }

    private static void timesAndAnswers(TableBuilder table) {
        table.fields("waitMillis", "holdMillis", "handleMillis", "timedResolutions", "timeToResolutionMillis")
                .cell("timeToResolutionMean", "timeToResolutionMedian")
                .field("cell_time_to_resolution_p90", "timeToResolutionP90")
                .fields("cesAnswers", "cesSum", "cesEasy")
                .cell("ces", "cesEasyShare")
                .fields("csatAnswers", "csatSum", "csatSatisfied")
                .cell("csat", "csatSatisfiedShare")
                .fields("npsAnswers", "npsPromoters", "npsDetractors")
                .cell("nps")
                .prefixed("effort_histogram_", "effortHistogram", "upTo", "count")
                .prefixed("time_to_resolution_histogram_", "timeToResolutionHistogram", "upTo", "count")
                .prefixed("single_channel_cost_histogram_", "singleChannelCostHistogram", "upTo", "count");
    }

    static Table flows() {
        return TableBuilder.ofParts(
                        "agg_flow", Topics.FLOWS.name(), Flow.getClassSchema(), FIGURES, FlowFigures.getClassSchema())
                .own("edge", Kind.TEXT, "Name of the edge, its key in " + Topics.FLOWS + ".", HealthTables::key)
                .allOfWhole("type", "team")
                .own(
                        "day",
                        Kind.DATE,
                        "Day in UTC on which the journeys began.",
                        row -> Days.dateOf(((Flow) row.top()).getDay()))
                .ofWhole("from_channel", "from")
                .ofWhole("to_channel", "to")
                .ofWhole("end_status", "end")
                .own("maturity", Kind.TEXT, MATURITY, HealthTables::maturity)
                .fields("transitions", "forced", "voluntary", "concurrent", "cost", "delayMillis")
                .cell("meanDelayMillis")
                .byMonthOf("day")
                .build(Flow.getClassSchema().getDoc() + " One row for each edge and maturity that has transitions."
                        + SUMS);
    }

    static Table corrections() {
        String topic = Topics.CORRECTIONS.name();
        return TableBuilder.of("fact_correction", topic, Correction.getClassSchema())
                .own(
                        "kafka_partition",
                        Kind.INTEGER,
                        "Partition of " + topic + ".",
                        row -> row.origin().partition())
                .own(
                        "kafka_offset",
                        Kind.BIGINT,
                        "Offset in that partition.",
                        row -> row.origin().offset())
                .own(
                        "recorded_at",
                        Kind.TIME,
                        "When Kafka took the correction.",
                        row -> Instant.ofEpochMilli(row.origin().timestamp()))
                .fields("journeyId", "type", "team", "startedAt")
                .own(
                        "start_date",
                        Kind.DATE,
                        "Day in UTC on which the journey began.",
                        row -> Days.dateOf(((Correction) row.top()).getStartedAt()))
                .fields("figure", "oldValue", "newValue", "cause", "definitionsVersion")
                .byMonthOf("started_at")
                .build(Correction.getClassSchema().getDoc());
    }

    private static String key(Row row) {
        return row.origin().key();
    }

    private static Instant cohort(Row row) {
        return ((HealthCell) row.top()).getCohort();
    }

    private static String maturity(Row row) {
        return row.number() == Star.MATURED ? "MATURED" : "PROVISIONAL";
    }
}
