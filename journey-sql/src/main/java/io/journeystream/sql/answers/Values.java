package io.journeystream.sql.answers;

import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds, in plain terms: null, Boolean, a number, text (times as ISO 8601, those with a zone in UTC), a
 * {@link Document}, or lists and maps of these.
 */
final class Values {
    private Values() {}

    /** JSON as it is. */
    record Document(String json) {}

    static @Nullable Object of(ResultSet rows, int column) throws SQLException {
        return plain(rows.getObject(column));
    }

    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        if (value instanceof Timestamp time) {
            return time.toLocalDateTime().toString();
        }
        if (value instanceof JsonNode node) {
            return new Document(node.toString());
        }
        if (value instanceof Blob blob) {
            return "\\x" + HexFormat.of().formatHex(blob.getBytes(1, Math.toIntExact(blob.length())));
        }
        return nested(value);
    }

    private static Object nested(Object value) throws SQLException {
        if (value instanceof Array array) {
            List<@Nullable Object> list = new ArrayList<>();
            for (Object each : (Object[]) array.getArray()) {
                list.add(plain(each));
            }
            return list;
        }
        if (value instanceof DuckDBStruct struct) {
            return entries(struct.getMap());
        }
        return value instanceof Map<?, ?> map ? entries(map) : value.toString();
    }

    private static Map<String, @Nullable Object> entries(Map<?, ?> map) throws SQLException {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (Map.Entry<?, ?> each : map.entrySet()) {
            entries.put(String.valueOf(plain(each.getKey())), plain(each.getValue()));
        }
        return entries;
    }
}
