package io.journeystream.serve.bi;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.serve.bi.copy.CopyBytes;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What is written in PostgreSQL's own format is what PostgreSQL then has. */
class CopyBytesTest {
    private static Postgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void exact_numbers_of_any_size_and_sign() throws SQLException {
        List<BigDecimal> numbers = new ArrayList<>(List.of(
                new BigDecimal("0"),
                new BigDecimal("0.000000"),
                new BigDecimal("-0.000001"),
                new BigDecimal("9999"),
                new BigDecimal("10000"),
                new BigDecimal("0.0001"),
                new BigDecimal("100000000.000000"),
                new BigDecimal("-123456789012345678.123456"),
                new BigDecimal("99999999999999999999999999.123456789012")));
        Random random = new Random(3);
        for (int each = 0; each < 500; each++) {
            numbers.add(new BigDecimal(new BigInteger(random.nextInt(120), random), random.nextInt(13)));
        }
        CopyBytes rows = new CopyBytes();
        numbers.forEach(number -> {
            rows.row(1);
            rows.numeric(number);
        });

        List<String> found = copied("numeric", rows, "v::text");

        assertThat(found)
                .isEqualTo(numbers.stream().map(BigDecimal::toPlainString).toList());
    }

    @Test
    void texts_arrays_and_json_even_with_a_nul_which_postgresql_does_not_hold() throws SQLException {
        assertThat(copied("text", one(rows -> rows.text("Zürich\0☎")), "v")).containsExactly("Zürich\ufffd☎");
        assertThat(copied("text[]", one(rows -> rows.texts(List.of("a,\"b\"", ""))), "v[1] || '|' || v[2]"))
                .containsExactly("a,\"b\"|");
        assertThat(copied("text[]", one(rows -> rows.texts(List.of())), "cardinality(v)"))
                .containsExactly("0");
        assertThat(copied("bigint[]", one(rows -> rows.bigints(List.of(-1L, Long.MAX_VALUE))), "v::text"))
                .containsExactly("{-1,9223372036854775807}");
        assertThat(copied("jsonb", one(rows -> rows.json("{\"a\":\"b\"}")), "v ->> 'a'"))
                .containsExactly("b");
        assertThat(copied("double precision", one(rows -> rows.number(0.1)), "v = 0.1"))
                .containsExactly("t");
        assertThat(copied("boolean", one(CopyBytes::none), "v is null")).containsExactly("t");
    }

    private static CopyBytes one(Consumer<CopyBytes> value) {
        CopyBytes rows = new CopyBytes();
        rows.row(1);
        value.accept(rows);
        return rows;
    }

    private static List<String> copied(String type, CopyBytes rows, String asked) throws SQLException {
        try (Connection connection = postgres.as("postgres", "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table t (n serial, v " + type + ")");
            rows.send(connection.unwrap(PGConnection.class).getCopyAPI(), "copy t (v) from stdin (format binary)");
            List<String> found = new ArrayList<>();
            try (ResultSet answers = statement.executeQuery("select " + asked + " from t order by n")) {
                while (answers.next()) {
                    found.add(answers.getString(1));
                }
            }
            return found;
        }
    }
}
