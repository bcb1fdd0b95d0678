package io.journeystream.serve.bi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far the topics are in the database: kept there, so that it is true whatever fails. */
final class Progress {
    private static final String OFFSET = """
            insert into bi.sink_offset (topic, kafka_partition, next_offset) values (?, ?, ?)
            on conflict (topic, kafka_partition) do update set next_offset = excluded.next_offset
            """;
    private static final String FRESHNESS = """
            insert into bi.freshness (topic, watermark, lag_records, last_record_at, last_write_at, trouble)
            values (?, ?, ?, ?, ?, null)
            on conflict (topic) do update set watermark = coalesce(excluded.watermark, freshness.watermark),
                lag_records = excluded.lag_records,
                last_record_at = coalesce(excluded.last_record_at, freshness.last_record_at),
                last_write_at = excluded.last_write_at, trouble = case when ? then null else freshness.trouble end
            """;

    private Progress() {}

    /** Next offset of each partition that was ever read. */
    static Map<TopicPartition, Long> read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select topic, kafka_partition, next_offset from bi.sink_offset")) {
            Map<TopicPartition, Long> offsets = new HashMap<>();
            while (rows.next()) {
                offsets.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
            return offsets;
        }
    }

    /** In the transaction of the batch's rows. */
    static void write(Connection connection, Batch batch, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OFFSET)) {
            for (Map.Entry<TopicPartition, Long> each : batch.offsets().entrySet()) {
                statement.setString(1, each.getKey().topic());
                statement.setInt(2, each.getKey().partition());
                statement.setLong(3, each.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        try (PreparedStatement statement = connection.prepareStatement(FRESHNESS)) {
            for (Map.Entry<String, Batch.TopicState> each : batch.topics().entrySet()) {
                statement.setString(1, each.getKey());
                time(statement, 2, batch.watermark());
                statement.setLong(3, each.getValue().lag());
                Long last = each.getValue().lastRecord();
                time(statement, 4, last == null ? null : Instant.ofEpochMilli(last));
                time(statement, 5, now);
                statement.setBoolean(6, batch.isProgress());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void time(PreparedStatement statement, int place, @Nullable Instant time) throws SQLException {
        statement.setTimestamp(place, time == null ? null : Timestamp.from(time));
    }

    /** Says what holds the sink up. */
    static void trouble(Connection connection, String trouble, Instant now) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update bi.freshness set trouble = ?, last_write_at = ?")) {
            statement.setString(1, trouble);
            time(statement, 2, now);
            statement.executeUpdate();
        }
    }
}
