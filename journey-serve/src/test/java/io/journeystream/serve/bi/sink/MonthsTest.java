package io.journeystream.serve.bi.sink;

import static io.journeystream.serve.bi.sink.EmptyStar.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MonthsTest {
    private EmptyStar star;
    private DataSource database;

    @BeforeEach
    void start() throws IOException {
        star = new EmptyStar();
        database = star.database();
    }

    @AfterEach
    void stop() throws IOException {
        star.close();
    }

    @Test
    void a_month_begins_while_somebody_reads() throws SQLException {
        try (Connection reader = database.getConnection();
                Connection sink = database.getConnection()) {
            reader.setAutoCommit(false);
            sink.setAutoCommit(false);
            number(reader, "select count(*) from bi_v1.fact_journey, bi_v1.fact_contact, bi_v1.agg_health");

            Months months = new Months();
            months.ensure(sink, Set.of(YearMonth.of(2026, 1)));
            months.ensure(sink, Set.of(YearMonth.of(2026, 1), YearMonth.of(2026, 2)));
            new Months().ensure(sink, Set.of(YearMonth.of(2026, 2)));

            assertThat(number(sink, "select count(*) from pg_inherits where inhparent = 'bi.fact_leg'::regclass"))
                    .isEqualTo(2);
            assertThat(number(sink, "select count(*) from bi.dim_date")).isEqualTo(31 + 28);
            months.ensure(sink, Set.of(YearMonth.of(2026, 5), YearMonth.of(2025, 11)));
            assertThat(number(sink, "select count(*) from bi.dim_date"))
                    .as("all days from November to May")
                    .isEqualTo(30 + 31 + 31 + 28 + 31 + 30 + 31)
                    .isEqualTo(number(sink, "select max(date) - min(date) + 1 from bi.dim_date"));
            reader.rollback();
        }
    }
}
