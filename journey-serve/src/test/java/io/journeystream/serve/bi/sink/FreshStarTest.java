package io.journeystream.serve.bi.sink;

import static io.journeystream.serve.bi.sink.EmptyStar.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.serve.bi.topics.BeyondMeans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An empty star beside readers, and of many months; what rows come to is tested where they come from Kafka. */
@Timeout(120)
class FreshStarTest {
    /** As many months as PostgreSQL has locks for, with its usual 64 for each connection. */
    private static final int MOST_MONTHS = EmptyStar.CONNECTIONS * 64 / 200;

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
    void readers_are_waited_for_and_none_fails() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        List<CompletableFuture<Long>> readers = new ArrayList<>();
        try (Connection holding = database.getConnection();
                Connection sink = sink()) {
            holding.setAutoCommit(false);
            FreshStar fresh = FreshStar.begin(sink);
            fresh.add(months(6));
            fresh.complete(Definitions.STANDARD);
            for (int reader = 0; reader < 3; reader++) {
                readers.add(CompletableFuture.supplyAsync(() -> readUntil(done)));
            }
            assertThat(number(holding, DAYS)).as("seen before").isZero();

            assertThat(fresh.reveal()).as("while somebody holds a table").isFalse();
            assertThat(number(holding, DAYS)).isZero();
            holding.commit();
            while (!fresh.reveal()) {
                Thread.sleep(5);
            }
            sink.commit();

            assertThat(number(holding, DAYS)).isEqualTo(182);
            done.set(true);
            for (CompletableFuture<Long> reader : readers) {
                assertThat(reader.get())
                        .as("times that a reader had its answer")
                        .isPositive();
            }
        }
    }

    private static final String DAYS = "select count(*) from bi_v1.dim_date";

    /** Facts first, as people ask. */
    private long readUntil(AtomicBoolean done) {
        long times = 0;
        try (Connection reader = database.getConnection()) {
            while (!done.get()) {
                number(
                        reader,
                        "select count(*) from bi_v1.fact_journey j join bi_v1.fact_contact c using (journey_id)"
                                + " join bi_v1.fact_leg l using (journey_id) join bi_v1.dim_customer using (customer_id)"
                                + " join bi_v1.dim_channel d on d.channel = j.entry_channel join bi_v1.dim_date on date = j.start_date");
                times++;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return times;
    }

    @Test
    void as_many_months_as_postgresql_can_lock_are_filled_and_emptied_and_more_are_refused() throws Exception {
        try (Connection sink = sink()) {
            FreshStar fresh = FreshStar.begin(sink);
            fresh.add(months(MOST_MONTHS));
            fresh.complete(Definitions.STANDARD);
            assertThat(fresh.reveal()).isTrue();
            sink.commit();
            assertThat(number(sink, PARTITIONS)).isEqualTo(8 * MOST_MONTHS);
            sink.commit();
            StarEmptied.empty(database);
            assertThat(number(sink, PARTITIONS)).isZero();
            sink.commit();

            FreshStar larger = FreshStar.begin(sink);
            assertThatThrownBy(() -> larger.add(months(MOST_MONTHS + 1)))
                    .isInstanceOf(BeyondMeans.class)
                    .hasMessageContaining("max_locks_per_transaction");
        }
    }

    private static final String PARTITIONS = "select count(*) from pg_inherits i join pg_class c on c.oid = i.inhparent"
            + " where c.relkind = 'p' and c.relnamespace = 'bi'::regnamespace";

    @Test
    void indexes_that_others_have_made_come_too() throws Exception {
        try (Connection sink = sink()) {
            try (Statement statement = sink.createStatement()) {
                statement.execute("create index \"by type, theirs\" on bi.fact_journey (type)");
                statement.execute("create index by_status on bi.fact_journey (status)");
            }
            FreshStar fresh = FreshStar.begin(sink);
            fresh.add(months(1));
            fresh.complete(Definitions.STANDARD);
            assertThat(fresh.reveal()).isTrue();
            sink.commit();

            assertThat(number(sink, "select count(*) from pg_indexes where tablename = 'fact_journey_2020_01'"))
                    .as("the key, by customer, and those two")
                    .isEqualTo(4);
        }
    }

    @Test
    void long_names_may_be_defined_again() throws Exception {
        String yaml = "journeys:\n- type: " + "x".repeat(1_200) + "\n  title: Long\n  intents: [a]\n";
        Definitions definitions = ((Reading.Read)
                        DefinitionsFile.parse("journeys.yaml", yaml.getBytes(StandardCharsets.UTF_8)))
                .definitions();
        try (Connection sink = sink()) {
            new Dimensions().define(sink, definitions);
            sink.commit();
            new Dimensions().define(sink, definitions);
            sink.commit();

            assertThat(number(sink, "select count(*) from bi.dim_journey_type where title = 'Long' and defined"))
                    .isEqualTo(1);
        }
    }

    private Connection sink() throws SQLException {
        Connection sink = database.getConnection();
        sink.setAutoCommit(false);
        new Loading(sink);
        return sink;
    }

    private static Batch months(int count) {
        Batch batch = new Batch();
        YearMonth first = YearMonth.of(2020, 1);
        for (int month = 0; month < count; month++) {
            batch.day(first.plusMonths(month).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        return batch;
    }
}
