package io.journeystream.serve.bi.sink;

import io.journeystream.definitions.Definitions;
import io.journeystream.serve.bi.copy.CopyBytes;
import io.journeystream.serve.bi.feeds.StarOutput;
import io.journeystream.serve.bi.star.Row;
import io.journeystream.serve.bi.star.Star;
import io.journeystream.serve.bi.star.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;

/** What one transaction writes: rows, what they replace, and how far the topics are read then. For one thread. */
public final class Batch implements StarOutput {
    /** Tables are the same ones always; their hash over all columns would cost more than a row. */
    private final IdentityHashMap<Table, Map<@Nullable YearMonth, CopyBytes>> rows = new IdentityHashMap<>();

    private final IdentityHashMap<Table, List<String[]>> replaced = new IdentityHashMap<>();
    private final Set<String> types = new HashSet<>();
    private final Set<String> channels = new HashSet<>();
    private final Set<String> customers = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private final Set<YearMonth> months = new TreeSet<>();
    private final Map<TopicPartition, Long> offsets = new HashMap<>();
    private final Map<String, TopicState> topics = new LinkedHashMap<>();
    private @Nullable Instant watermark;
    private @Nullable Definitions definitions;
    private int records;

    /**
     * How far one topic is.
     *
     * @param lag records that are not in the database then
     * @param lastRecord when Kafka took the last record of the batch, epoch milliseconds; null if it has none of it
     */
    record TopicState(long lag, @Nullable Long lastRecord) {}

    @Override
    public void row(Table table, Row row) {
        Map<@Nullable YearMonth, CopyBytes> months = rows.computeIfAbsent(table, each -> new HashMap<>());
        table.write(months.computeIfAbsent(table.month(row), each -> new CopyBytes()), row);
    }

    @Override
    public void replace(Table table, String... keys) {
        replaced.computeIfAbsent(table, each -> new ArrayList<>()).add(keys);
    }

    @Override
    public void counted() {
        counted(1);
    }

    void counted(int more) {
        records += more;
    }

    @Override
    public void type(String type) {
        types.add(type);
    }

    @Override
    public void channel(@Nullable String channel) {
        if (channel != null) {
            channels.add(channel);
        }
    }

    @Override
    public void customer(String customer) {
        customers.add(customer);
    }

    @Override
    public void named(String customer) {
        named.add(customer);
    }

    @Override
    public void day(Instant time) {
        months.add(YearMonth.from(time.atOffset(ZoneOffset.UTC)));
    }

    /** Up to there, exclusively, the partition is read then. */
    void read(TopicPartition partition, long next) {
        offsets.put(partition, next);
    }

    void state(String topic, TopicState state) {
        topics.put(topic, state);
    }

    void watermark(@Nullable Instant time) {
        watermark = time;
    }

    /** From this batch on these hold. */
    void define(@Nullable Definitions inForce) {
        definitions = inForce;
    }

    /** Null where nothing has changed. */
    @Nullable
    Definitions definitions() {
        return definitions;
    }

    /** Sends the rows, those first to which others refer; each into its partition: that saves PostgreSQL the search. */
    void copyInto(CopyManager copies) throws SQLException {
        copyInto(copies, (table, month) -> "bi." + (month == null ? table.name() : table.partition(month)));
    }

    /** Sends the rows to other tables that are like those of the star. */
    public void copyInto(CopyManager copies, Target target) throws SQLException {
        for (Table table : Star.TABLES) {
            for (var part : rows.getOrDefault(table, Map.of()).entrySet()) {
                String name = target.name(table, part.getKey());
                if (name != null) {
                    part.getValue().send(copies, table.copyInto(name));
                }
            }
        }
    }

    /** Says where rows go. */
    @FunctionalInterface
    public interface Target {
        /**
         * Name of the table for these rows; null to leave them out.
         *
         * @param month in which they lie; null if the table is not partitioned
         */
        @Nullable
        String name(Table table, @Nullable YearMonth month);
    }

    /** How many rows there are. */
    public long rows() {
        return rows.values().stream()
                .flatMap(months -> months.values().stream())
                .mapToLong(CopyBytes::rows)
                .sum();
    }

    List<String[]> replaced(Replaced what) {
        return replaced.getOrDefault(what.table(), List.of());
    }

    Set<String> types() {
        return types;
    }

    Set<String> channels() {
        return channels;
    }

    Set<String> customers() {
        return customers;
    }

    Set<String> named() {
        return named;
    }

    Set<YearMonth> months() {
        return months;
    }

    Map<TopicPartition, Long> offsets() {
        return offsets;
    }

    Map<String, TopicState> topics() {
        return topics;
    }

    @Nullable
    Instant watermark() {
        return watermark;
    }

    /** Records that are not in the database when this is. */
    long lag() {
        return topics.values().stream().mapToLong(TopicState::lag).sum();
    }

    /** Whether it shows that writing goes on: something was written, or there was nothing to write. */
    boolean isProgress() {
        return records > 0 || lag() == 0;
    }

    /** How many records of the topics are in it, each key once. */
    int records() {
        return records;
    }
}
