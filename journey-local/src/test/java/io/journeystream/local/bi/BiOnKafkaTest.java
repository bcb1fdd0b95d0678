package io.journeystream.local.bi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyContact;
import io.journeystream.local.outages.JvmProcess;
import io.journeystream.local.outages.Until;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.serve.bi.schema.DatabaseAccess;
import io.journeystream.serve.bi.sink.BiService;
import io.journeystream.serve.bi.sink.StarEmptied;
import io.journeystream.topics.Topics;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the topics into PostgreSQL, through kills, outages and other sinks. */
@Timeout(240)
class BiOnKafkaTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int LARGE_BATCH = 20_000;
    /** Twenty have been done; each takes the start of a JVM. */
    private static final int KILLS = Integer.getInteger("bi.kills", 8);

    @TempDir
    private static Path directory;

    private static LocalStack stack;
    private static Database postgres;
    private static Facts facts;
    private static List<Journey> journeys;
    /** With all of these; every test leaves it as it was. */
    private static DatabaseAccess database;

    @BeforeAll
    static void start() throws Exception {
        stack = LocalStack.start(StackSettings.temporary());
        postgres = new Database(directory.resolve("postgres"));
        facts = new Facts(stack);
        journeys = facts.simulated(7, 25);
        facts.publish(journeys);
        database = postgres.withStar();
        load(database);
    }

    @AfterAll
    static void stop() throws Exception {
        facts.close();
        postgres.close();
        stack.close();
    }

    @Test
    void totals_are_those_of_the_journeys_and_of_their_health() throws Exception {

        assertThat(number(database, "select count(*) from bi_v1.fact_journey")).isEqualTo(journeys.size());
        assertThat(number(database, "select sum(contact_count) from bi_v1.fact_journey"))
                .isEqualTo(journeys.stream().mapToLong(Journey::getContactCount).sum());
        assertThat(decimal(database, "select sum(cost) from bi_v1.fact_journey"))
                .isEqualByComparingTo(journeys.stream().map(Journey::getCost).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(decimal(database, "select sum(cost) from bi_v1.fact_leg"))
                .isEqualByComparingTo(journeys.stream()
                        .flatMap(journey -> journey.getContacts().stream())
                        .map(JourneyContact::getCost)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(number(database, "select sum(forced) from bi_v1.fact_switch"))
                .isPositive()
                .isEqualTo(number(database, "select sum(forced_switches) from bi_v1.fact_journey"));
        assertThat(number(database, "select count(*) from bi_v1.fact_survey")).isPositive();
        assertThat(number(database, "select count(*) from bi_v1.dim_customer"))
                .isEqualTo(
                        journeys.stream().map(Journey::getCustomerId).distinct().count());
        assertThat(Database.ask(database, AGREES))
                .as("cells that are not the fold of the facts")
                .isEmpty();
    }

    /** Each cell of a day over all against the facts, in both directions. */
    private static final String AGREES = """
            select coalesce(h.type, j.type) || ' ' || coalesce(h.cohort_date, j.start_date)
            from (select * from bi_v1.agg_health where period = 'DAY' and dimension = 'ALL') h
            full join (select type, start_date, maturity, count(*) n, sum(contact_count) contacts, sum(cost) cost,
                    count(*) filter (where resolved) resolved, sum(forced_switches) forced, count(ces) ces,
                    count(*) filter (where verified) verified, sum(wait_millis) wait
                from bi_v1.fact_journey group by type, start_date, maturity) j
            on h.type = j.type and h.cohort_date = j.start_date and h.maturity = j.maturity
            where (h.journeys, h.contacts, h.cost, h.resolved, h.forced_switches, h.ces_answers,
                    h.self_service_verified, h.wait_millis)
                is distinct from (j.n, j.contacts, j.cost, j.resolved, j.forced, j.ces, j.verified, j.wait)
            """;

    @Test
    void foreign_keys_hold_although_the_sink_does_not_have_them_checked() throws Exception {

        assertThat(Database.ask(database, "select conname from pg_constraint where contype = 'f'"))
                .isNotEmpty();
        for (String key : Database.ask(
                database,
                "select conrelid::regclass || ' ' || conname from pg_constraint where contype = 'f' and conparentid = 0"
                        + " and connamespace = 'bi'::regnamespace")) {
            String[] parts = key.split(" ", 2);
            String definition = Database.ask(
                            database,
                            "select pg_get_constraintdef(oid) from pg_constraint where conname = '" + parts[1]
                                    + "' and conparentid = 0")
                    .get(0);
            Database.ask(
                    database,
                    "alter table " + parts[0] + " drop constraint " + parts[1] + ", add constraint " + parts[1] + " "
                            + definition);
        }
    }

    @Test
    void reading_all_again_in_the_usual_way_changes_nothing() throws Exception {
        List<String> before = Database.digests(database);

        Database.ask(database, "delete from bi.sink_offset");
        load(database);

        assertThat(Database.digests(database)).isEqualTo(before);
    }

    @Test
    void a_journey_that_is_no_more_leaves_with_all_that_is_part_of_it() throws Exception {
        List<String> before = Database.digests(database);
        Journey extra = another("j_extra8");
        facts.send(Topics.JOURNEYS, extra.getJourneyId(), extra);
        facts.flush();
        load(database);
        assertThat(Database.digests(database)).isNotEqualTo(before);

        facts.send(Topics.JOURNEYS, extra.getJourneyId(), Facts.gone(extra, 10));
        facts.flush();
        load(database);

        assertThat(Database.digests(database)).isEqualTo(before);
    }

    @Test
    void texts_that_are_too_long_for_a_key_do_not_hold_it_up() throws Exception {
        List<String> before = Database.digests(database);
        StringBuilder any = new StringBuilder();
        new Random(3).ints(9_000, 'a', 0x4000).forEach(letter -> any.append((char) letter)); // nothing can squeeze that
        Journey extra = Journey.newBuilder(another("j_extra5"))
                .setType(any.toString())
                .setEntryChannel(any.reverse().toString())
                .build();
        facts.send(Topics.JOURNEYS, extra.getJourneyId(), extra);
        facts.flush();
        load(database);

        assertThat(number(
                        database,
                        "select count(*) from bi_v1.fact_journey join bi_v1.dim_journey_type using (type)"
                                + " join bi_v1.dim_channel on channel = entry_channel where journey_id = 'j_extra5'"))
                .isEqualTo(1);

        facts.send(Topics.JOURNEYS, extra.getJourneyId(), Facts.gone(extra, 10));
        facts.flush();
        load(database);
        Database.ask(database, "delete from bi.dim_journey_type where length(type) > 300");
        Database.ask(database, "delete from bi.dim_channel where length(channel) > 300");
        assertThat(Database.digests(database)).isEqualTo(before);
    }

    @Test
    void nothing_is_lost_or_doubled_by_kills() throws Exception {
        DatabaseAccess killed = begun();
        Random random = new Random(5);
        Path log = directory.resolve("sink.log");
        int atWork = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long before = offsets(killed);
            try (JvmProcess sink = process(log, killed)) {
                Until.holds("it writes", SOON, () -> offsets(killed) > before || isDone(killed), sink::said);
                Thread.sleep(random.nextInt(100));
                sink.kill();
                atWork += isDone(killed) ? 0 : 1;
            }
        }
        assertThat(atWork).as("kills while there was more to write").isGreaterThan(KILLS / 2);
        load(killed);

        assertThat(Database.digests(killed)).isEqualTo(Database.digests(database));
        assertThat(Database.ask(killed, STRUCTURE))
                .as("tables that came one by one")
                .containsAll(Database.ask(database, STRUCTURE));
    }

    /** Keys and indexes of all tables, whatever their names. */
    private static final String STRUCTURE = """
            select conrelid::regclass || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated || (conparentid <> 0)
            from pg_constraint where connamespace = 'bi'::regnamespace and conrelid <> 0
            union all
            select regexp_replace(indexdef, 'INDEX [^ ]+ ON', 'INDEX ON') from pg_indexes where schemaname = 'bi'
            union all
            select inhrelid::regclass || ' is part of ' || inhparent::regclass
            from pg_inherits join pg_class whole on whole.oid = inhparent where whole.relkind = 'p'
            """;

    @Test
    void a_first_load_that_is_killed_has_written_nothing() throws Exception {
        DatabaseAccess killed = postgres.withStar();
        List<String> empty = Database.digests(killed);
        Random random = new Random(6);
        int inTheMiddle = 0;
        for (int kill = 0; kill < KILLS / 2 && offsets(killed) == 0; kill++) {
            Path log = directory.resolve("first" + kill + ".log");
            try (JvmProcess sink = process(log, killed)) {
                Until.holds(
                        "it copies rows", SOON, () -> writers(killed, "copy %") > 0 || offsets(killed) > 0, sink::said);
                Thread.sleep(random.nextInt(500));
                sink.kill();
            }
            Until.holds("it writes no more", SOON, () -> writers(killed, "%") == 0, () -> "");
            if (offsets(killed) == 0) {
                inTheMiddle++;
                assertThat(Database.digests(killed)).isEqualTo(empty);
            }
        }
        assertThat(inTheMiddle).as("kills in the middle").isPositive();
        load(killed);

        assertThat(Database.digests(killed)).isEqualTo(Database.digests(database));
    }

    @Test
    void starting_over_comes_to_the_same() throws Exception {
        DatabaseAccess again = postgres.withStar();
        load(again);
        List<String> structure = Database.ask(again, STRUCTURE);

        StarEmptied.empty(again.source());
        assertThat(number(again, "select count(*) from bi.fact_journey")).isZero();
        load(again);

        assertThat(Database.digests(again)).isEqualTo(Database.digests(database));
        assertThat(Database.ask(again, STRUCTURE)).containsExactlyInAnyOrderElementsOf(structure);
    }

    /** A star that is empty, and yet has begun: it is filled in the usual way. */
    private static DatabaseAccess begun() throws Exception {
        DatabaseAccess begun = postgres.withStar();
        String known = Database.ask(database, "select format('%L, %L', topic, topic_id) from bi.sink_topic")
                .get(0);
        Database.ask(begun, "insert into bi.sink_topic values (" + known + ")");
        Database.ask(begun, "insert into bi.sink_offset select topic, 0, 0 from bi.sink_topic");
        return begun;
    }

    private static JvmProcess process(Path log, DatabaseAccess database) throws Exception {
        return JvmProcess.start(
                log, 128, SinkMain.class, stack.bootstrapServers(), stack.registryUrl(), database.jdbcUrl());
    }

    /** How many others there are, whose last statement was like that. */
    private static long writers(DatabaseAccess database, String statement) throws SQLException {
        return number(
                database,
                "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
                        + " and backend_type = 'client backend' and query like '" + statement + "'");
    }

    @Test
    void a_database_that_is_away_is_waited_for() throws Exception {
        DatabaseAccess own = postgres.withStar();
        try (BiService sink = sink(own)) {
            caughtUp(own, sink);
            postgres.stop();
            Journey extra = another("j_extra9");
            facts.send(Topics.JOURNEYS, extra.getJourneyId(), extra);
            facts.flush();
            Until.holds(
                    "it says so",
                    SOON,
                    () -> String.valueOf(sink.trouble()).contains("PostgreSQL does not answer"),
                    () -> String.valueOf(sink.trouble()));
            postgres.startAgain();
            Until.holds("it goes on", SOON, () -> sink.trouble() == null, () -> String.valueOf(sink.trouble()));
            Until.holds(
                    "the journey is there",
                    SOON,
                    () -> number(
                                    own,
                                    "select count(*) from bi_v1.fact_journey where journey_id = '"
                                            + extra.getJourneyId() + "'")
                            == 1,
                    () -> String.valueOf(sink.trouble()));
            facts.send(Topics.JOURNEYS, extra.getJourneyId(), Facts.gone(extra, 10));
            facts.flush();
            caughtUp(own, sink);
        }
    }

    @Test
    void what_cannot_be_written_is_told_and_comes_when_it_can() throws Exception {
        DatabaseAccess own = postgres.withStar();
        load(own);
        Database.ask(own, "alter table bi.fact_journey add constraint closed check (journey_id <> 'j_extra7')");
        try (BiService sink = sink(own)) {
            caughtUp(own, sink);
            Journey extra = another("j_extra7");
            facts.send(Topics.JOURNEYS, extra.getJourneyId(), extra);
            facts.flush();
            Until.holds(
                    "freshness says so",
                    SOON,
                    () -> Database.ask(own, "select min(trouble) from bi_v1.freshness")
                            .get(0)
                            .contains("closed"),
                    () -> String.valueOf(sink.trouble()));
            for (int look = 0; look < 20; look++) {
                assertThat(sink.trouble()).as("it writes nothing meanwhile").isNotNull();
                Thread.sleep(100);
            }
            Database.ask(own, "alter table bi.fact_journey drop constraint closed");
            caughtUp(own, sink);
            assertThat(Database.ask(own, "select count(trouble) from bi_v1.freshness"))
                    .containsExactly("0");
            facts.send(Topics.JOURNEYS, extra.getJourneyId(), Facts.gone(extra, 10));
            facts.flush();
            caughtUp(own, sink);
        }
    }

    @Test
    void of_two_sinks_one_writes_and_one_that_was_overtaken_stops() throws Exception {
        DatabaseAccess own = postgres.withStar();
        try (BiService first = sink(own)) {
            caughtUp(own, first);
            long epoch = number(own, "select epoch from bi.sink_writer");
            try (BiService second = sink(own)) {
                Until.holds(
                        "it stands by", SOON, () -> second.trouble() == null, () -> String.valueOf(second.trouble()));
                assertThat(number(own, "select epoch from bi.sink_writer")).isEqualTo(epoch);
            }
            Database.ask(own, "update bi.sink_writer set epoch = epoch + 1");
            Until.holds(
                    "it begins again with a number of its own",
                    SOON,
                    () -> number(own, "select epoch from bi.sink_writer") == epoch + 2,
                    () -> String.valueOf(first.trouble()));
        }
    }

    @Test
    void topics_that_were_made_anew_are_refused() throws Exception {
        DatabaseAccess own = postgres.withStar();
        load(own);
        Database.ask(own, "update bi.sink_topic set topic_id = 'another' where topic = 'journey.health.v1'");

        try (BiService sink = sink(own)) {
            assertThatThrownBy(sink::await)
                    .hasMessageContaining("journey.health.v1")
                    .hasMessageContaining("--from-beginning");
        }
    }

    @Test
    void readers_see_the_rows_of_their_team_only_and_cannot_write() throws Exception {
        String team = Database.ask(database, "select min(team) from bi_v1.fact_journey")
                .get(0);
        Database.ask(database, "create role ada login in role journeystream_reader");
        Database.ask(database, "create role boss login in role journeystream_reader");
        Database.ask(database, "create role nobody login in role journeystream_reader");
        Database.ask(database, "insert into bi.reader_team values ('ada', '" + team + "'), ('boss', '*')");
        DatabaseAccess ada = postgres.as("ada", Database.name(database));

        for (String view :
                List.of("fact_journey", "fact_contact", "fact_leg", "agg_health", "agg_flow", "agg_health_bucket")) {
            assertThat(Database.ask(ada, "select distinct team from bi_v1." + view))
                    .as(view)
                    .containsExactly(team);
            assertThat(number(ada, "select count(*) from bi_v1." + view))
                    .isEqualTo(number(database, "select count(*) from bi_v1." + view + " where team = '" + team + "'"));
        }
        assertThat(number(ada, "select count(*) from bi_v1.dim_customer"))
                .isEqualTo(number(
                        database,
                        "select count(distinct customer_id) from bi_v1.fact_journey where team = '" + team + "'"));
        assertThat(number(postgres.as("boss", Database.name(database)), "select count(*) from bi_v1.fact_journey"))
                .isEqualTo(journeys.size());
        assertThat(number(postgres.as("nobody", Database.name(database)), "select count(*) from bi_v1.fact_journey"))
                .isZero();
        for (String write : List.of(
                "delete from bi_v1.fact_journey",
                "insert into bi.reader_team values ('ada', '*')",
                "select * from bi.identifier",
                "select * from bi.fact_journey_2026_01",
                "create table bi.mine (n int)")) {
            assertThatThrownBy(() -> Database.ask(ada, write)).as(write).hasMessageContaining("permission denied");
        }
    }

    /** One that nobody else has had, of a customer whom nobody knows otherwise. */
    private static Journey another(String id) {
        return Journey.newBuilder(journeys.get(0))
                .setJourneyId(id)
                .setCustomerId("c_" + id)
                .build();
    }

    private static void load(DatabaseAccess database) throws Exception {
        try (BiService sink = sink(database)) {
            caughtUp(database, sink);
        }
    }

    private static BiService sink(DatabaseAccess database) {
        return SinkMain.start(stack.bootstrapServers(), stack.registryUrl(), database, LARGE_BATCH);
    }

    private static void caughtUp(DatabaseAccess database, BiService sink) throws Exception {
        String since = Database.ask(database, "select now()").get(0);
        Until.holds(
                "all is in the database",
                SOON,
                () -> Database.ask(
                                database,
                                "select sum(lag_records) from bi.freshness where last_write_at > '" + since
                                        + "'::timestamptz + interval '400 ms'")
                        .equals(List.of("0")),
                () -> String.valueOf(sink.trouble()));
    }

    private static long offsets(DatabaseAccess database) throws SQLException {
        return number(database, "select coalesce(sum(next_offset), 0) from bi.sink_offset");
    }

    private static boolean isDone(DatabaseAccess database) throws SQLException {
        return Database.ask(database, "select sum(lag_records) from bi.freshness")
                .equals(List.of("0"));
    }

    private static long number(DatabaseAccess database, String sql) throws SQLException {
        return decimal(database, sql).longValueExact();
    }

    private static BigDecimal decimal(DatabaseAccess database, String sql) throws SQLException {
        return new BigDecimal(Database.ask(database, sql).get(0));
    }
}
