package io.journeystream.local.bi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.health.Contribution;
import io.journeystream.health.Correction;
import io.journeystream.health.Corrections;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.Maturity;
import io.journeystream.local.outages.Until;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.serve.bi.schema.DatabaseAccess;
import io.journeystream.serve.bi.sink.BiService;
import io.journeystream.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What docs/analysts.md tells analysts to ask can be asked, by an analyst, and answers something. */
@Timeout(240)
class AnalystsPageTest {
    private static final Path PAGE = Path.of("../docs/analysts.md");
    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private static Path directory;

    private static LocalStack stack;
    private static Database postgres;
    private static DatabaseAccess owner;
    private static DatabaseAccess analyst;

    @BeforeAll
    static void start() throws Exception {
        stack = LocalStack.start(StackSettings.temporary());
        postgres = new Database(directory.resolve("postgres"));
        owner = postgres.withStar();
        publish();
        load();
        analyst = reader("ada", "*");
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
        stack.close();
    }

    private static void publish() {
        try (Facts facts = new Facts(stack)) {
            List<Journey> journeys = facts.simulated(7, 25);
            facts.publish(journeys);
            journeys.stream()
                    .filter(journey -> journey.getMaturity() == Maturity.MATURED)
                    .limit(3)
                    .flatMap(journey -> withdrawn(journey).stream())
                    .forEach(each -> facts.send(Topics.CORRECTIONS, each.getJourneyId(), each));
            facts.flush();
        }
    }

    private static List<Correction> withdrawn(Journey journey) {
        return Corrections.of(Contribution.of(journey).orElseThrow(), null, journey);
    }

    private static void load() throws Exception {
        String started = Database.ask(owner, "select now()").get(0);
        try (BiService sink = SinkMain.start(stack.bootstrapServers(), stack.registryUrl(), owner, 20_000)) {
            Until.holds(
                    "all is in the database",
                    Duration.ofSeconds(60),
                    () -> Database.ask(
                                    owner,
                                    "select sum(lag_records) from bi.freshness where last_write_at > '" + started
                                            + "'::timestamptz + interval '400 ms'")
                            .equals(List.of("0")),
                    () -> String.valueOf(sink.trouble()));
        }
    }

    /** As the page says that a reader is made. */
    private static DatabaseAccess reader(String name, String team) throws SQLException {
        Database.ask(owner, "create role " + name + " login in role journeystream_reader");
        Database.ask(owner, "insert into bi.reader_team values ('" + name + "', '" + team + "')");
        return postgres.as(name, Database.name(owner));
    }

    @TestFactory
    Stream<DynamicTest> an_analyst_gets_an_answer_to_each_question() throws IOException {
        return questions().stream()
                .map(sql -> DynamicTest.dynamicTest(
                        title(sql),
                        () -> assertThat(Database.ask(analyst, sql)).as(sql).isNotEmpty()));
    }

    @Test
    void there_are_ten_questions() throws IOException {
        assertThat(questions()).hasSizeGreaterThanOrEqualTo(10);
    }

    /** Or a misspelt name would pass. */
    @Test
    void a_name_that_is_not_there_is_refused() throws IOException {
        String misspelt = questions().get(0).replace("bi_v1.", "bi_v1.x");

        assertThatThrownBy(() -> Database.ask(analyst, misspelt)).hasMessageContaining("does not exist");
    }

    @Test
    void an_analyst_of_one_team_sees_its_types_only() throws Exception {
        DatabaseAccess billing = reader("bob", "billing");

        assertThat(Database.ask(billing, "select distinct type from bi_v1.fact_journey"))
                .containsExactly("billing");
        assertThat(Database.ask(analyst, "select distinct type from bi_v1.fact_journey"))
                .hasSizeGreaterThan(3);
    }

    private static List<String> questions() throws IOException {
        return SQL.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String title(String sql) {
        return sql.lines().findFirst().orElse("");
    }
}
