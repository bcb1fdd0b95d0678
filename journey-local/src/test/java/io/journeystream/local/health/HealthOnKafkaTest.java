package io.journeystream.local.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.health.CellKey;
import io.journeystream.health.HealthCell;
import io.journeystream.health.Period;
import io.journeystream.local.cli.Installation;
import io.journeystream.local.cli.Journey;
import io.journeystream.local.cli.Main;
import io.journeystream.local.view.Console;
import io.journeystream.serve.health.CellFilter;
import io.journeystream.serve.health.HealthCells;
import io.journeystream.serve.health.Span;
import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.streams.HealthService;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.StitchingSettings;
import io.journeystream.streams.health.HealthPace;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What analysts read of Kafka; each test has journey types of its own. */
class HealthOnKafkaTest {
    private static final String MONDAY = "2026-01-05";
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private static Path directory;

    private static Installation installed;
    private static KafkaProducer<String, byte[]> producer;
    private static Journey atFirst;

    @BeforeAll
    static void start() {
        installed = new Installation(directory);
        atFirst = run("health", "--by", "segment", "--output", "csv");
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", installed.stack().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        producer.close(Duration.ofSeconds(5));
        installed.close();
    }

    @Test
    void events_become_figures_and_a_journey_map() throws Exception {
        StitchingSettings settings =
                StitchingSettings.of(installed.stack().bootstrapServers(), directory.resolve("state"));
        HealthPace atOnce = new HealthPace(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(50));
        try (StitchingService streams = installed.streams();
                HealthService health = new HealthService(
                        settings,
                        StandingDefinitions.STANDARD,
                        installed.stack().schemaRegistry(),
                        atOnce)) {
            streams.start();
            health.start();
            installed.send(
                    END,
                    event("s-1", 0, "web", "ada", Action.STARTED),
                    event("s-2", 5, "web", "ada", Action.ENDED),
                    event("c-1", 20, "phone", "ada", Action.CONNECTED),
                    event("c-2", 30, "phone", "bob", Action.CONNECTED));
            Installation.settle(streams);
            assertThat(health.awaitDrained(PATIENCE)).isTrue();
        }

        assertThat(done("health", "--type", "moving"))
                .contains("2026-01-05         2   50.0 %   33.3 %")
                .endsWith("2 matured journeys; no provisional beside them\n");
        assertThat(done("health", "--type", "moving", "--by", "entryChannel", "--period", "hour"))
                .contains("2026-01-05 09:00  phone                1  100.0 %")
                .contains("2026-01-05 09:00  web                  1    0.0 %")
                .contains("all                                    2   50.0 %");
        assertThat(done("flows", "--type", "moving"))
                .contains("START  web           1   50.0 %")
                .contains("phone  RESOLVED      2  100.0 %")
                .contains("web    phone         1  100.0 %       1          0           0  0.00  0.00  15 min 00 s");
        assertThat(done("flows", "--type", "moving", "--output", "csv"))
                .startsWith("type,team,from,to,end,matured.transitions,")
                .contains("\r\nmoving,,web,phone,,1,1,0,0,0,900000,900000,0,");
    }

    @Test
    void without_cells_it_says_where_they_come_from() {
        assertThat(atFirst.exitCode()).isZero();
        assertThat(atFirst.out()).startsWith("type,team,period,").hasLineCount(1);
        assertThat(atFirst.err()).contains("no cells yet", "./journey streams", "./journey import");
    }

    @Test
    void the_last_record_of_a_cell_holds_and_one_without_value_ends_it() {
        CellKey monday = Cells.key("last", MONDAY);
        CellKey tuesday = Cells.key("last", "2026-01-06");
        write(monday, Cells.cell(monday, 1, 0, 1));
        write(tuesday, Cells.cell(tuesday, 5, 5, 1));
        write(monday, Cells.cell(monday, 2, 2, 1));

        try (HealthCells cells = cells("last", Span.ALL)) {
            assertThat(cells.refresh()).isTrue();
            assertThat(cells.cells())
                    .extracting(cell -> cell.getMatured().getJourneys())
                    .containsExactly(2L, 5L);

            write(monday, null);
            assertThat(cells.refresh()).isTrue();
            assertThat(cells.cells())
                    .singleElement()
                    .extracting(HealthCell::getCohort)
                    .isEqualTo(Instant.parse("2026-01-06T00:00:00Z"));
            assertThat(cells.refresh()).isFalse();
        }
    }

    @Test
    void what_was_read_is_not_read_again() {
        CellKey monday = Cells.key("once", MONDAY);
        write(monday, Cells.cell(monday, 1, 0, 1));
        List<String> read = new ArrayList<>();
        try (LatestRecords<HealthCell> records = new LatestRecords<>(
                kafka(),
                installed.stack().schemaRegistry(),
                Topics.HEALTH,
                HealthCell.class,
                noting(read),
                line -> {})) {
            records.refresh();
            write(monday, Cells.cell(monday, 2, 0, 1));
            records.refresh();

            assertThat(records.values())
                    .singleElement()
                    .extracting(cell -> cell.getMatured().getJourneys())
                    .isEqualTo(2L);
        }
        assertThat(read).containsExactly(monday.toString(), monday.toString());
    }

    private static Predicate<String> noting(List<String> read) {
        return key -> {
            boolean wanted = key.startsWith("once/");
            if (wanted) {
                read.add(key);
            }
            return wanted;
        };
    }

    @Test
    void cohorts_are_whole_and_bounded_by_since_and_until() {
        for (String day : List.of(MONDAY, "2026-01-06", "2026-01-07")) {
            CellKey key = Cells.key("bounded", day);
            write(key, Cells.cell(key, 1, 0, 1));
        }

        assertThat(done("health", "--type", "bounded", "--since", "2026-01-06T13:00:00Z", "--until", "2026-01-07"))
                .contains("2026-01-06         1")
                .doesNotContain("2026-01-05", "2026-01-07", "all ");
        assertThat(done("health", "--type", "bounded", "--since", "2027-01-01")).contains("no cells of that time");
        assertThat(run("health", "--since", "2026-01-06", "--until", MONDAY).err())
                .contains("--since must be before");
    }

    @Test
    void scripts_get_cells_and_their_totals() {
        for (String day : List.of(MONDAY, "2026-01-06")) {
            CellKey key = Cells.key("scripted", day);
            write(key, Cells.cell(key, 2, 1, 10));
        }

        assertThat(done("health", "--type", "scripted", "--output", "json").lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith(
                        "{\"type\":\"scripted\",\"team\":\"payments\",\"period\":\"DAY\",\"cohort\":1767571200000,");
        assertThat(done("health", "--type", "scripted", "--output", "csv", "--total"))
                .startsWith("type,team,dimension,value,matured.journeys,")
                .contains("\r\nscripted,payments,ALL,,4,4,2,");
    }

    @Test
    void names_of_which_there_are_no_cells_are_refused_with_those_that_there_are() {
        CellKey key = Cells.by("named", MONDAY, "segment", "vip");
        write(key, Cells.cell(key, 1, 0, 1));

        assertThat(failed("health", "--by", "Segment"))
                .contains("not counted by 'Segment' but by ", "segment", "docs/definitions.md");
        assertThat(failed("health", "--type", "nmaed"))
                .contains("no journeys of type 'nmaed' are counted; there are ", "named");
        assertThat(run("health", "--type", "named", "--by", "segment").out()).contains("2026-01-05  vip             1");
    }

    @Test
    void a_cell_that_cannot_be_read_is_an_error_and_no_smaller_sum() throws Exception {
        CellKey key = Cells.key("broken", MONDAY);
        producer.send(new ProducerRecord<>(Topics.HEALTH.name(), key.toString(), "?".getBytes(StandardCharsets.UTF_8)))
                .get();

        assertThat(failed("health", "--type", "broken"))
                .contains("broken/DAY/2026-01-05T00Z/ALL", "cannot be read: not in the Confluent wire format");
        write(key, null);
    }

    @Test
    void a_kafka_without_the_topic_is_told_how_to_get_it() {
        Topic<String, HealthCell> elsewhere =
                new Topic<>("nowhere", Topics.HEALTH.key(), Topics.HEALTH.value(), Topics.HEALTH.keeping());
        try (LatestRecords<HealthCell> records = new LatestRecords<>(
                kafka(), installed.stack().schemaRegistry(), elsewhere, HealthCell.class, key -> true, line -> {})) {
            assertThatThrownBy(records::refresh)
                    .isInstanceOf(KafkaUnavailable.class)
                    .hasMessageContaining("./journey topics create");
        }
    }

    @Test
    void a_watched_table_follows_its_cells_until_ctrl_c() throws Exception {
        CellKey key = Cells.key("watched", MONDAY);
        write(key, Cells.cell(key, 1, 1, 1));
        StringWriter out = new StringWriter();
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(new StringWriter(), true), false);
        CompletableFuture<Integer> exitCode = new CompletableFuture<>();
        Thread watcher = new Thread(() -> exitCode.complete(Main.commandLine(console)
                .execute(
                        "health",
                        "--type",
                        "watched",
                        "--watch",
                        "--bootstrap-server",
                        installed.stack().bootstrapServers(),
                        "--registry",
                        installed.stack().registryUrl())));
        watcher.start();

        awaitSaid(out, "1 matured journey;");
        write(key, Cells.cell(key, 7, 1, 1));
        awaitSaid(out, "7 matured journeys;");
        write(key, null);
        awaitSaid(out, "no cells");
        watcher.interrupt();

        assertThat(exitCode.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(130);
    }

    private static void awaitSaid(StringWriter out, String text) throws InterruptedException {
        for (long start = System.nanoTime(); !out.toString().contains(text); Thread.sleep(20)) {
            assertThat(System.nanoTime() - start).as("%s in %s", text, out).isLessThan(PATIENCE.toNanos());
        }
    }

    private static HealthCells cells(String type, Span span) {
        return new HealthCells(
                kafka(),
                installed.stack().schemaRegistry(),
                new CellFilter(Set.of(type), Period.DAY, CellKey.ALL, span),
                line -> {});
    }

    private static Map<String, ?> kafka() {
        return Map.of("bootstrap.servers", installed.stack().bootstrapServers());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // flush waits for it
    private static void write(CellKey key, @Nullable HealthCell cell) {
        byte[] value = cell == null
                ? null
                : Topics.HEALTH
                        .valueSerializer(installed.stack().schemaRegistry())
                        .serialize(Topics.HEALTH.name(), cell);
        producer.send(new ProducerRecord<>(Topics.HEALTH.name(), key.toString(), value));
        producer.flush();
    }

    private static Journey run(String command, String... arguments) {
        return installed.run(command, List.of(arguments));
    }

    private static String done(String command, String... arguments) {
        Journey journey = run(command, arguments);
        assertThat(journey.exitCode()).as("%s", journey).isZero();
        return journey.out();
    }

    private static String failed(String command, String... arguments) {
        Journey journey = run(command, arguments);
        assertThat(journey.exitCode()).as("%s", journey).isEqualTo(1);
        return journey.err();
    }

    private static Event event(String eventId, int minute, String channel, String who, Action action) {
        return new Event.Channel(ChannelEvent.newBuilder()
                .setSource("test")
                .setEventId(eventId)
                .setOccurredAt(Instant.parse("2026-01-05T09:00:00Z").plus(Duration.ofMinutes(minute)))
                .setIdentifiers(List.of(new Identifier("account", who)))
                .setIntent("moving")
                .setChannel(channel)
                .setContactId(channel + who)
                .setDirection(Direction.INBOUND)
                .setAction(action)
                .setDurationMillis(action == Action.CONNECTED ? 240_000L : null)
                .build());
    }
}
