package io.journeystream.local.bi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystream.local.outages.Until;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.serve.bi.schema.DatabaseAccess;
import io.journeystream.serve.bi.sink.BiService;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Every total of a {@code summary.json} against the star, filled from the topics that {@code analyze --data} has kept. */
public final class StarTotals {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int BATCH = 20_000;
    private static final double SAME = 1e-9;

    /** Columns are named by their places in the summary. */
    private static final List<String> TOTALS = List.of(
            """
            select count(*) as "/journeys", count(*) filter (where maturity = 'MATURED') as "/matured",
                count(*) filter (where maturity = 'MATURED' and resolved) as "/resolved",
                avg(first_contact_resolution::int) filter (where maturity = 'MATURED') as "/fcrByJourney",
                coalesce(sum(cost) filter (where maturity = 'MATURED'), 0) as "/cost",
                coalesce(sum(switch_cost) filter (where maturity = 'MATURED'), 0) as "/switchCost",
                avg(effort) filter (where maturity = 'MATURED') as "/effortMean",
                coalesce(sum(forced_switches) filter (where maturity = 'MATURED'), 0) as "/switches/forced",
                coalesce(sum(voluntary_switches) filter (where maturity = 'MATURED'), 0) as "/switches/voluntary",
                coalesce(sum(concurrent_switches) filter (where maturity = 'MATURED'), 0) as "/switches/concurrent",
                coalesce(sum(transfers) filter (where maturity = 'MATURED'), 0) as "/transfers",
                coalesce(sum(abandons) filter (where maturity = 'MATURED'), 0) as "/abandons",
                coalesce(sum(repeats) filter (where maturity = 'MATURED'), 0) as "/repeats",
                coalesce(sum(reopenings) filter (where maturity = 'MATURED'), 0) as "/reopenings"
            from bi_v1.fact_journey
            """,
            "select count(*) as \"/contacts\" from bi_v1.fact_contact",
            "select count(*) as \"/customers\" from bi_v1.dim_customer where identifiers > 0",
            "select extract(epoch from max(watermark)) * 1000 as \"/watermark\" from bi_v1.freshness",
            """
            select sum(journeys) as "/matured", sum(resolved) as "/resolved", sum(cost) as "/cost",
                sum(switch_cost) as "/switchCost",
                sum(first_contact_resolved)::float8 / nullif(sum(first_contact_known), 0) as "/fcrByJourney",
                sum(first_contact_resolved)::float8 / nullif(sum(contacts), 0) as "/fcrByContact",
                sum(self_service_handed_off) as "/selfService/HANDED_OFF",
                sum(self_service_abandoned) as "/selfService/ABANDONED",
                sum(self_service_contained_confirmed) as "/selfService/CONTAINED_CONFIRMED",
                sum(self_service_contained_assumed) as "/selfService/CONTAINED_ASSUMED",
                sum(self_service_no_intent) as "/selfService/NO_INTENT",
                sum(self_service_unconfirmed) as "/selfService/UNCONFIRMED",
                sum(self_service_entries - self_service_handed_off)::float8 / nullif(sum(self_service_entries), 0)
                    as "/containmentRaw",
                sum(self_service_contained_confirmed + self_service_contained_assumed)::float8
                    / nullif(sum(self_service_entries - self_service_no_intent), 0) as "/containmentStrict",
                sum(self_service_verified)::float8 / nullif(sum(self_service_entries - self_service_no_intent), 0)
                    as "/containmentVerified",
                sum(forced_switches) as "/switches/forced", sum(voluntary_switches) as "/switches/voluntary",
                sum(concurrent_switches) as "/switches/concurrent"
            from bi_v1.agg_health where maturity = 'MATURED' and period = 'DAY' and dimension = 'ALL'
            """);

    private StarTotals() {}

    /**
     * Fills a star and compares.
     *
     * @param kept the directory of {@code analyze --data}
     * @param empty for the database
     */
    public static void areThoseOf(JsonNode summary, Path kept, Path empty) throws Exception {
        try (LocalStack stack = LocalStack.start(StackSettings.in(kept));
                Database postgres = new Database(empty)) {
            DatabaseAccess database = postgres.withStar();
            try (BiService sink = SinkMain.start(stack.bootstrapServers(), stack.registryUrl(), database, BATCH)) {
                Until.holds(
                        "all is in the database", SOON, () -> isWhole(database), () -> String.valueOf(sink.trouble()));
            }
            for (String totals : TOTALS) {
                compare(summary, database, totals);
            }
        }
    }

    private static boolean isWhole(DatabaseAccess database) throws SQLException {
        return Database.ask(database, "select sum(lag_records) from bi.freshness")
                .equals(List.of("0"));
    }

    private static void compare(JsonNode summary, DatabaseAccess database, String totals) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(totals)) {
            assertThat(row.next()).isTrue();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                String place = row.getMetaData().getColumnLabel(column);
                JsonNode said = summary.at(place);
                assertThat(said.isMissingNode()).as(place).isFalse();
                double stored = row.getDouble(column);
                assertThat(row.wasNull()).as(place).isEqualTo(said.isNull());
                assertThat(stored)
                        .as(place)
                        .isCloseTo(said.asDouble(), within(SAME * Math.max(1, Math.abs(said.asDouble()))));
            }
        }
    }
}
