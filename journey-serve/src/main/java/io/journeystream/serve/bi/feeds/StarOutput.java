package io.journeystream.serve.bi.feeds;

import io.journeystream.serve.bi.star.Row;
import io.journeystream.serve.bi.star.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes what records come to: rows, what these replace, and to what else they refer. */
public interface StarOutput {
    /** A row of a table. */
    void row(Table table, Row row);

    /**
     * Rows of the table with this key leave before rows come, and so does what is part of them.
     *
     * @param keys as texts: of journeys the id; of cells and edges their name and their time; of corrections partition,
     *     offset and start; of alerts the fingerprint; of identifiers the hash in hex
     */
    void replace(Table table, String... keys);

    /** A record more of which rows were made. */
    void counted();

    /** A fact names this journey type. */
    void type(String type);

    /** A fact names this channel; null for none. */
    void channel(@Nullable String channel);

    /** A journey is this customer's. */
    void customer(String customer);

    /** An identifier names this customer. */
    void named(String customer);

    /** A fact is of that day. */
    void day(Instant time);
}
