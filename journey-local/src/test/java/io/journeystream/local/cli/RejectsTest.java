package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Identifiers;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.ingest.identifiers.KeyedHash;
import io.journeystream.ingest.imports.Import;
import io.journeystream.ingest.imports.ImportProgress;
import io.journeystream.ingest.imports.ImportSettings;
import io.journeystream.ingest.producing.EventProducer;
import io.journeystream.ingest.producing.ProducerSettings;
import io.journeystream.local.output.RecordJson;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.local.stitching.Published;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.StitchingSettings;
import io.journeystream.streams.ledger.LedgerView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was refused is found, shown and put through again, on real Kafka and registry. */
class RejectsTest {
    private static final String MAPPING = "{\"type\": \"channel\", \"source\": \"acd\", \"eventId\": id,"
            + " \"occurredAt\": $instant(at, \"%s\"), \"channel\": \"phone\", \"contactId\": id, \"intent\": why,"
            + " \"action\": \"CONNECTED\", \"identifiers\": [{\"type\": \"account\", \"value\": who}]}";
    private static final String CALLS = """
            id;who;at;why
            1;ada;05.01.2026 09:00;billing
            2;bob;2026-01-05 10:00;billing
            3;ada;2026-01-06 09:00;"billing"
            4;ada;2026-01-30 09:00;moving
            5;bob;05.01.2026 11:00
            """;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path directory;

    private LocalStack stack;

    @BeforeEach
    void start() {
        stack = LocalStack.start(StackSettings.temporary());
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void rows_that_a_mapping_could_not_read_give_the_same_journeys_once_it_is_mended() throws Exception {
        Path calls = Files.writeString(directory.resolve("calls.csv"), CALLS);
        Path mended = mapping("[yyyy-MM-dd HH:mm][dd.MM.yyyy HH:mm]");
        importCalls(calls, mapping("dd.MM.yyyy HH:mm"));

        String listed = done(rejects("list", "--file", "calls.csv"));
        assertThat(listed).contains("4 rejects: UNREADABLE 1, MAPPING_FAILED 3").contains("calls.csv:6");
        String address = address(listed, "calls.csv:3");
        assertThat(done(rejects("show", address)))
                .contains(
                        "header       id;who;at;why",
                        "2;bob;2026-01-05 10:00;billing",
                        "2026-01-05 10:00\" is no time");

        Journey trial = rejects("replay", "--file", "calls.csv", "--mapping", mended.toString(), "--dry-run");
        assertThat(trial.out()).contains("3 would go in (3 events)").contains("nothing was sent");
        for (int time = 1; time <= 2; time++) {
            Journey replay = rejects("replay", "--file", "calls.csv", "--mapping", mended.toString());
            assertThat(replay.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
            assertThat(replay.out()).contains("4 rejects: 3 went in (3 events), 0 left out by the mapping, 1 still");
            assertThat(replay.err()).contains("calls.csv:6) still refused, UNREADABLE: has 3 columns");
        }

        LedgerView ledger = processed();
        assertThat(ledger.processed()).isEqualTo(4);
        assertThat(ledger.duplicates()).isEqualTo(3);
        assertThat(done(rejects("list"))).contains("4 rejects: ");
        assertThat(journeys()).isEqualTo(atOnce(calls, mended));
    }

    @Test
    void the_list_is_for_scripts_too_and_the_payload_comes_back_byte_by_byte() throws Exception {
        importCalls(Files.writeString(directory.resolve("calls.csv"), CALLS), mapping("dd.MM.yyyy HH:mm"));

        Journey list = rejects("list", "--output", "ndjson", "--reason", "UNREADABLE", "--since", "1h");
        assertThat(list.out().lines())
                .singleElement()
                .asString()
                .contains("\"line\":6,")
                .doesNotContain("payload\":");
        assertThat(list.err()).contains("1 reject: UNREADABLE 1");
        String address =
                list.out().substring("{\"address\":\"".length(), list.out().indexOf("\",\"payloadBytes"));

        Path payload = directory.resolve("payload");
        done(rejects("show", address, "--payload", payload.toString()));

        assertThat(payload).hasContent("5;bob;05.01.2026 11:00");
        assertThat(done(rejects("list", "--until", "1h"))).isEqualTo("no rejects\n");
    }

    @Test
    void records_whose_schema_becomes_known_later_go_back_into_their_topic() throws Exception {
        UnknownWriter writer = new UnknownWriter(stack);
        writer.write("ada", Instant.parse("2026-01-05T09:00:00Z"));
        assertThat(processed().rejected()).isEqualTo(1);
        Journey early = rejects("replay", "--reason", "UNKNOWN_SCHEMA");
        assertThat(early.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
        assertThat(early.err()).contains("still refused, UNKNOWN_SCHEMA");

        writer.makeKnown();
        String address = address(done(rejects("list", "--stage", "STREAMS")), "journey.channel-events.v1");
        assertThat(done(rejects("show", address)))
                .contains("key          account:ada", "\"source\": \"elsewhere\"", "read with schema ");
        assertThat(done(rejects("replay", address))).contains("1 reject: 1 went in (1 event)");

        LedgerView ledger = processed();
        assertThat(ledger.isBalanced()).isTrue();
        assertThat(ledger.processed()).isEqualTo(1);
        assertThat(journeys()).singleElement().asString().contains("\"contactCount\":1");
    }

    @Test
    void who_is_hashed_at_the_edge_is_hashed_in_a_replay() throws Exception {
        importCalls(Files.writeString(directory.resolve("calls.csv"), CALLS), mapping("dd.MM.yyyy HH:mm"));
        Path mended = mapping("[yyyy-MM-dd HH:mm][dd.MM.yyyy HH:mm]");
        String key = "0123456789abcdef";

        rejects("replay", "--all", "--mapping", mended.toString(), "--set", "identifier.key=" + key);

        processed();
        String hashed = KeyedHash.ofText(key).of("bob");
        assertThat(Published.live(stack).values())
                .extracting(io.journeystream.journeys.Journey::getCustomerId)
                .contains(Identifiers.customerId(new Identifier("account", hashed)))
                .doesNotContain(Identifiers.customerId(new Identifier("account", "bob")));
    }

    @Test
    void what_cannot_be_meant_is_refused_before_anything_is_sent() throws Exception {
        importCalls(Files.writeString(directory.resolve("calls.csv"), CALLS), mapping("dd.MM.yyyy HH:mm"));

        assertThat(rejects("replay").err()).contains("say which: addresses, filters");
        assertThat(rejects("replay", "0:1", "--all").err()).contains("either addresses, or filters, or --all");
        assertThat(rejects("show", "17").err()).contains("such as 0:17");
        assertThat(rejects("show", "99:0").err()).contains("no reject at 99:0: journey.rejects.v1 has the partitions");
        assertThat(rejects("show", "0:999").err()).contains("no reject at 0:999: partition 0 ");
        assertThat(rejects("list", "--since", "yesterday").err()).contains("is no moment");
        assertThat(rejects("list", "--reason", "BORED").err()).contains("UNREADABLE");
        assertThat(rejects("list", "--limit", "0").exitCode()).isEqualTo(ExitCodes.USAGE);
    }

    private Journey rejects(String command, String... arguments) {
        return Journey.run(Stream.of(
                        Stream.of("rejects", command),
                        Stream.of(arguments),
                        Stream.of("--bootstrap-server", stack.bootstrapServers(), "--registry", stack.registryUrl()))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    private static String done(Journey command) {
        assertThat(command.exitCode()).as("%s", command).isEqualTo(ExitCodes.DONE);
        return command.out();
    }

    /** The address in the line that holds the text. */
    private static String address(String list, String text) {
        String line =
                list.lines().filter(each -> each.contains(text)).findFirst().orElseThrow();
        Matcher address = Pattern.compile("^[0-9]+:[0-9]+").matcher(line);
        assertThat(address.find()).as(list).isTrue();
        return address.group();
    }

    private Path mapping(String picture) throws IOException {
        return Files.writeString(directory.resolve("m" + picture.length() + ".jsonata"), MAPPING.formatted(picture));
    }

    private void importCalls(Path calls, Path mapping) throws Exception {
        ImportSettings settings = new ImportSettings(List.of(calls), mapping, null, ';', ZoneOffset.UTC, null);
        try (EventProducer producer = producer()) {
            new Import(settings, IdentifierSettings.STANDARD, producer, Clock.systemUTC())
                    .run(ImportProgress.Listener.NONE);
        }
    }

    private EventProducer producer() {
        return EventProducer.connect(
                ProducerSettings.of(stack.bootstrapServers()), stack.schemaRegistry(), Clock.systemUTC());
    }

    /** Until everything there is has been processed. */
    private LedgerView processed() throws Exception {
        try (EventProducer producer = producer()) {
            producer.tick(END, "test");
            producer.flush();
        }
        StitchingSettings settings = StitchingSettings.of(stack.bootstrapServers(), directory.resolve("state"));
        try (StitchingService stitching =
                new StitchingService(settings, StandingDefinitions.STANDARD, stack.schemaRegistry())) {
            stitching.start();
            assertThat(stitching.awaitDrained(PATIENCE)).isTrue();
            return stitching.ledger().orElseThrow();
        }
    }

    private Set<String> journeys() {
        return Set.copyOf(
                Published.live(stack).values().stream().map(RejectsTest::line).toList());
    }

    private static String line(io.journeystream.journeys.Journey journey) {
        return new String(RecordJson.line(journey, Published.HISTORY), StandardCharsets.UTF_8);
    }

    private Set<String> atOnce(Path calls, Path mapping) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                calls.toString(), "--delimiter", ";", "--mapping", mapping.toString(), "--until", END.toString()));
        Run run = Run.analyze(directory.resolve("out"), arguments.toArray(String[]::new));
        assertThat(run.journey().exitCode()).as("%s", run.journey()).isZero();
        return Set.copyOf(Files.readAllLines(directory.resolve("out/journeys.ndjson")));
    }
}
