package io.journeystream.sql.star;

import io.journeystream.definitions.Definitions;
import io.journeystream.serve.bi.feeds.ChannelRows;
import io.journeystream.serve.bi.feeds.TypeRows;
import io.journeystream.serve.bi.star.StoredText;
import io.journeystream.serve.bi.topics.StandingRecords.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What facts refer to, and how far they go: the last rows of the star. */
public final class StarDimensions {
    private static final String CUSTOMERS = """
            insert into bi.dim_customer
            select c.customer_id, count(i.customer_id),
                coalesce(list(distinct i.identifier_type order by i.identifier_type)
                    filter (where i.identifier_type is not null), []),
                min(i.since)
            from (select customer_id from bi.fact_journey union select customer_id from bi.identifier) c
            left join bi.identifier i using (customer_id)
            group by c.customer_id
            """;

    private static final String HOURS =
            "insert into bi.dim_hour select hour, lpad(hour::text, 2, '0') || ':00' from range(24) hours (hour)";

    private static final String DAYS = """
            insert into bi.dim_date
            select day::date, year(day), quarter(day), month(day), date_trunc('month', day), date_trunc('week', day),
                isoyear(day), week(day), isodow(day), dayname(day), isodow(day) >= 6
            from range(timestamp '%s-01', timestamp '%s-01', interval 1 day) days (day)
            """;

    private final Connection connection;

    public StarDimensions(Connection connection) {
        this.connection = connection;
    }

    /** Of everything that was loaded; identifiers do not stay. */
    public void fill(StarLoad loaded, Definitions definitions) throws SQLException {
        Set<String> types = new TreeSet<>(loaded.types());
        definitions.journeys().forEach(journey -> types.add(journey.type()));
        insert("dim_journey_type", TypeRows.COLUMNS, TypeRows.of(types, definitions));
        Set<String> channels = new TreeSet<>(loaded.channels());
        channels.addAll(definitions.channels().keySet());
        insert("dim_channel", ChannelRows.COLUMNS, ChannelRows.of(channels, definitions));
        insert(
                "definitions",
                List.of("definitions_version", "currency"),
                List.of(List.of(definitions.version()), List.of(definitions.currency())));
        try (Statement statement = connection.createStatement()) {
            if (!loaded.months().isEmpty()) {
                statement.execute(DAYS.formatted(
                        loaded.months().first(), loaded.months().last().plusMonths(1)));
            }
            statement.execute(HOURS);
            statement.execute(CUSTOMERS);
            statement.execute("drop table bi.identifier");
        }
    }

    /**
     * How far the topics were read.
     *
     * @param outcomes how each topic was read
     * @param now when they were read
     */
    public void freshness(Map<String, Outcome> outcomes, @Nullable Instant watermark, Instant now) throws SQLException {
        int topics = outcomes.size();
        List<@Nullable Instant> lastRecords = new ArrayList<>();
        outcomes.values().forEach(outcome -> lastRecords.add(outcome.lastRecord()));
        insert(
                "freshness",
                List.of("topic", "watermark", "lag_records", "last_record_at", "last_write_at"),
                List.of(
                        List.copyOf(outcomes.keySet()),
                        Collections.nCopies(topics, watermark),
                        Collections.nCopies(topics, 0),
                        lastRecords,
                        Collections.nCopies(topics, now)));
    }

    /** Texts become what their columns are. */
    private void insert(String table, List<String> columns, List<? extends List<? extends @Nullable Object>> values)
            throws SQLException {
        String sql = "insert into bi." + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int row = 0; row < values.get(0).size(); row++) {
                for (int column = 0; column < columns.size(); column++) {
                    Object value = values.get(column).get(row);
                    statement.setString(column + 1, value == null ? null : StoredText.of(value.toString()));
                }
                statement.execute();
            }
        }
    }
}
