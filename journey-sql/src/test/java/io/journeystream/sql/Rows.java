package io.journeystream.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.duckdb.JsonNode;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** What a statement answers, in values that are the same whichever database they come from. */
final class Rows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<String, Object>> ENTRIES = new TypeReference<>() {};

    private Rows() {}

    static List<List<@Nullable Object>> of(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<@Nullable Object>> all = new ArrayList<>();
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    row.add(same(rows, columns, column));
                }
                all.add(row);
            }
            return all;
        }
    }

    /** As text, in an order of their own. */
    static List<String> sorted(Connection connection, String sql) throws SQLException {
        return of(connection, sql).stream()
                .map(row -> row.stream().map(Rows::plain).toList().toString())
                .sorted()
                .toList();
    }

    /** First column of the first row. */
    static String one(Connection connection, String sql) throws SQLException {
        Object value = of(connection, sql).get(0).get(0);
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    private static @Nullable Object same(ResultSet rows, ResultSetMetaData columns, int column) throws SQLException {
        if (columns.getColumnTypeName(column).equals("timestamptz")) {
            OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
        return same(rows.getObject(column));
    }

    private static @Nullable Object same(@Nullable Object value) throws SQLException {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof Timestamp time) {
            return time.toInstant();
        }
        if (value instanceof Date date) {
            return date.toLocalDate();
        }
        if (value instanceof Array array) {
            return Arrays.stream((Object[]) array.getArray())
                    .map(String::valueOf)
                    .toList();
        }
        return value instanceof PGobject || value instanceof JsonNode ? tree(value.toString()) : value;
    }

    /** However many zeros a number ends with. */
    private static String plain(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    private static Object tree(String json) {
        try {
            return JSON.readValue(json, ENTRIES);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
