package io.journeystream.serve.bi.sink;

import io.journeystream.serve.bi.star.StoredText;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements whose parameters are arrays of texts. */
final class Sql {
    private Sql() {}

    /** Runs it, without an answer. */
    static int update(Connection connection, String sql, List<? extends Collection<?>> arrays) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, arrays);
            return statement.executeUpdate();
        }
    }

    /** The texts that it answers with, each once, without null. */
    static Set<String> texts(Connection connection, String sql, List<? extends Collection<?>> arrays)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, arrays);
            Set<String> texts = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String text = rows.getString(1);
                    if (text != null) {
                        texts.add(text);
                    }
                }
            }
            return texts;
        }
    }

    /** As in rows: not too long for a key, and without NUL, which PostgreSQL does not hold. */
    private static @Nullable String[] texts(Collection<?> values) {
        return values.stream()
                .map(value ->
                        value == null ? null : StoredText.of(value.toString()).replace('\0', '\ufffd'))
                .toArray(String[]::new);
    }

    private static void bind(Connection connection, PreparedStatement statement, List<? extends Collection<?>> arrays)
            throws SQLException {
        for (int each = 0; each < arrays.size(); each++) {
            Array array = connection.createArrayOf("text", texts(arrays.get(each)));
            statement.setArray(each + 1, array);
        }
    }
}
