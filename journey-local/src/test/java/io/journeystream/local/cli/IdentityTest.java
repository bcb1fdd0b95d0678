package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.clock.ClockTick;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.Operation;
import io.journeystream.events.OperationalEvent;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.Identity;
import io.journeystream.ingest.producing.EventProducer;
import io.journeystream.ingest.producing.ProducerSettings;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.journeys.ResolutionBasis;
import io.journeystream.journeys.Switches;
import io.journeystream.local.output.RecordJson;
import io.journeystream.local.stitching.Published;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.streams.StitchingService;
import io.journeystream.topics.ImportId;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is whom is shown, explained and corrected, on real Kafka and registry with streams at work. */
class IdentityTest {
    private static final Identifier COOKIE = new Identifier("cookie", "c7");
    private static final Identifier PHONE = new Identifier("phone", "+442071838750");
    private static final String C = "cookie:c7";
    private static final String P = "phone:+442071838750";
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path directory;

    private Installation installed;

    @BeforeEach
    void start() {
        installed = new Installation(directory);
    }

    @AfterEach
    void stop() {
        installed.close();
    }

    @Test
    void a_login_ties_a_web_session_to_a_call_until_it_is_withdrawn() throws Exception {
        try (StitchingService streams = installed.streams()) {
            streams.start();
            installed.send(END, web("w-start", 0, Action.STARTED), web("w-end", 5, Action.ENDED), call("p-1", 20));
            Installation.settle(streams);
            Map<String, String> apart = live();
            assertTwoJourneys();
            String ofSession = idOf(COOKIE);
            String ofCall = idOf(PHONE);
            assertThat(named(COOKIE)).isNotEqualTo(named(PHONE));
            assertThat(done("explain", C, P)).contains("no evidence that counts connects cookie:c7 and");

            installed.send(END, login("l-1", 80));
            Installation.settle(streams);
            Map<String, String> together = live();
            assertOneJourneyWithASwitch(ofSession, ofCall);
            assertExplained(ofSession, ofCall);
            assertThat(named(COOKIE)).isEqualTo(named(PHONE)).isEqualTo(Identifiers.customerId(PHONE));
            assertThat(done("explain", C, P))
                    .contains(C + " and " + P + " are one customer, " + named(PHONE))
                    .contains("2026-01-05 10:20:00", "web/l-1");

            String withdrawn = done("withdraw", C, P, "--reason", "a shared browser", "--by", "ada");
            assertThat(withdrawn).contains("is withdrawn: by ada at ", "\"a shared browser\"");
            Installation.settle(streams);
            assertThat(live()).isEqualTo(apart);
            assertThat(named(COOKIE)).isEqualTo(Identifiers.customerId(COOKIE));
            assertThat(done("explain", C, P)).contains("no evidence that counts", "a shared browser");

            assertThat(done("restore", P, C)).contains("counts: by ");
            Installation.settle(streams);
            assertThat(live()).isEqualTo(together);
            assertThat(named(COOKIE)).isEqualTo(named(PHONE));
        }
    }

    @Test
    void what_is_shown_is_what_streams_holds() throws Exception {
        try (StitchingService streams = installed.streams()) {
            streams.start();
            installed.send(END, web("w-start", 0, Action.STARTED), call("p-1", 20), login("l-1", 80));
            Installation.settle(streams);

            assertThat(done("show", "phone: +44 20 7183 8750"))
                    .contains("customer     " + named(COOKIE), "named by     " + P)
                    .containsPattern("cookie:c7 +2026-01-05 09:00:00")
                    .containsPattern("phone:\\+442071838750 +cookie:c7 +2026-01-05 10:20:00 +web/l-1");
            assertThat(done("show", C, "--output", "json").strip())
                    .startsWith("{\"asked\":\"cookie:c7\",\"customerId\":\"" + named(PHONE) + "\"")
                    .doesNotContain("\n");

            assertThat(done("block", C, "--reason", "stands in the shop")).contains("cookie:c7 is blocked: by ");
            Installation.settle(streams);
            assertThat(done("show", P)).contains("blocked\n  cookie:c7 is blocked: by ", "\"stands in the shop\"");
            assertThat(done("explain", C, P)).startsWith("cookie:c7 is blocked: by ");
            assertThat(named(PHONE)).isEqualTo(Identifiers.customerId(PHONE));

            assertThat(done("unblock", C)).contains("cookie:c7 is not blocked");
            Installation.settle(streams);
            assertThat(named(COOKIE)).isEqualTo(named(PHONE));
        }
    }

    @Test
    void a_command_is_kept_while_streams_is_away_and_what_cannot_be_meant_is_refused() {
        Journey sent = identity("block", "device:kiosk", "--id", "mine", "--wait", "1s");

        assertThat(sent.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
        assertThat(sent.err()).contains("command mine is sent and kept; streams has not answered within 1 s");
        assertThat(done("show", "device:kiosk")).contains("device:kiosk is blocked: by ", "names nobody");
        assertThat(identity("show", "device:Undefined").err()).contains("is a placeholder");
        assertThat(identity("show", "kiosk").err()).contains("type:value");
        assertThat(identity("withdraw", C, P).exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(identity("withdraw", C, P).err()).contains("--reason");
        assertThat(identity("withdraw", C, C, "--reason", "x").err()).contains("two different identifiers");
    }

    @Test
    void what_an_import_brings_counts_once_it_has_ended() {
        try (EventProducer producer = EventProducer.connect(
                ProducerSettings.of(installed.stack().bootstrapServers()),
                installed.stack().schemaRegistry(),
                Clock.systemUTC(),
                new ImportId("calls"))) {
            producer.send(call("p-1", 20));
            producer.flush();
            assertThat(done("show", P)).isEqualTo(P + " names nobody: no event that counts belongs to it\n");

            producer.tick(new ClockTick(END, "calls", "calls", false));
            producer.flush();
        }
        assertThat(done("show", P)).contains("customer     " + Identifiers.customerId(PHONE));
    }

    private void assertTwoJourneys() {
        assertThat(Published.live(installed.stack()).values()).hasSize(2).allSatisfy(journey -> {
            assertThat(journey.getStatus()).isEqualTo(JourneyStatus.RESOLVED);
            assertThat(journey.getResolutionBasis()).isEqualTo(ResolutionBasis.SILENCE);
            assertThat(journey.getFirstContactResolution()).isTrue();
        });
    }

    /**
     * The web session just ended, so that nobody knows: going on by phone was forced. A journey is called by its first
     * event, so the one of the session goes on as both, and that of the call is no more.
     */
    private void assertOneJourneyWithASwitch(String ofSession, String ofCall) {
        assertThat(Published.live(installed.stack()).values()).singleElement().satisfies(journey -> {
            assertThat(journey.getJourneyId()).isEqualTo(ofSession);
            assertThat(journey.getCustomerId()).isEqualTo(Identifiers.customerId(PHONE));
            assertThat(journey.getContactCount()).isEqualTo(2);
            Switches switches = journey.getSwitches();
            assertThat(switches.getForced()).isEqualTo(1);
            assertThat(switches.getVoluntary() + switches.getConcurrent()).isZero();
            assertThat(journey.getFirstContactResolution()).isFalse();
            assertThat(journey.getCorrected()).isTrue();
        });
        assertThat(last()).containsOnlyKeys(ofSession, ofCall).hasEntrySatisfying(ofCall, journey -> {
            assertThat(journey.getStatus()).isEqualTo(JourneyStatus.SUPERSEDED);
            assertThat(journey.getSupersededBy()).containsExactly(ofSession);
        });
    }

    private void assertExplained(String ofSession, String ofCall) {
        assertThat(done(explain(ofCall))).isEqualTo(ofCall + " is superseded by " + ofSession + ": explain that\n");
        assertThat(done(explain(ofSession)))
                .contains("customer     " + named(PHONE) + ", named by " + P)
                .containsPattern("09:00:00 +web/w-start +web STARTED, contact web-1 +cookie:c7")
                .containsPattern("09:20:00 +phone/p-1 +phone CONNECTED, contact phone-1 +phone:")
                .containsPattern("why cookie:c7 is phone:\\+442071838750\n.*\n.*2026-01-05 10:20:00 +web/l-1");
        assertThat(explain("j_0").err()).contains("has no journey j_0");
    }

    private String idOf(Identifier customer) {
        return Published.live(installed.stack()).values().stream()
                .filter(journey -> journey.getCustomerId().equals(Identifiers.customerId(customer)))
                .map(io.journeystream.journeys.Journey::getJourneyId)
                .findFirst()
                .orElseThrow();
    }

    private Journey explain(String journeyId) {
        return installed.run("explain", List.of(journeyId));
    }

    private Journey identity(String command, String... arguments) {
        return installed.run(
                "identity",
                Stream.concat(Stream.of(command), Stream.of(arguments)).toList());
    }

    private String done(String command, String... arguments) {
        return done(identity(command, arguments));
    }

    private static String done(Journey journey) {
        assertThat(journey.exitCode()).as("%s", journey).isEqualTo(ExitCodes.DONE);
        return journey.out();
    }

    private static Event web(String eventId, int minute, Action action) {
        return contact(eventId, minute, action, "web", COOKIE, null);
    }

    private static Event call(String eventId, int minute) {
        return contact(eventId, minute, Action.CONNECTED, "phone", PHONE, 240_000L);
    }

    private static Event contact(
            String eventId, int minute, Action action, String channel, Identifier who, @Nullable Long millis) {
        return new Event.Channel(ChannelEvent.newBuilder()
                .setSource(channel)
                .setEventId(eventId)
                .setOccurredAt(NINE.plus(Duration.ofMinutes(minute)))
                .setIdentifiers(List.of(who))
                .setIntent("billing")
                .setChannel(channel)
                .setContactId(channel + "-1")
                .setDirection(Direction.INBOUND)
                .setAction(action)
                .setDurationMillis(millis)
                .build());
    }

    private static Event login(String eventId, int minute) {
        return new Event.Operational(OperationalEvent.newBuilder()
                .setSource("web")
                .setEventId(eventId)
                .setOccurredAt(NINE.plus(Duration.ofMinutes(minute)))
                .setIdentifiers(List.of(PHONE, COOKIE))
                .setOperation(Operation.OTHER)
                .build());
    }

    /** Journeys that are such, without what tells of their past. */
    private Map<String, String> live() {
        return Published.live(installed.stack()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> line(entry.getValue())));
    }

    private static String line(io.journeystream.journeys.Journey journey) {
        return new String(RecordJson.line(journey, Published.HISTORY), StandardCharsets.UTF_8);
    }

    private Map<String, io.journeystream.journeys.Journey> last() {
        Map<String, io.journeystream.journeys.Journey> last = new HashMap<>();
        Published.read(
                installed.stack().bootstrapServers(),
                installed.stack().schemaRegistry(),
                journey -> last.put(journey.getJourneyId(), journey));
        return last;
    }

    /** The customer whom an identifier names by the topic of identities. */
    private String named(Identifier identifier) {
        Map<String, String> named = new HashMap<>();
        Deserializer<Identity> identities =
                Topics.IDENTITIES.valueDeserializer(installed.stack().schemaRegistry());
        try (CommittedRecords records = new CommittedRecords(installed.stack().bootstrapServers())) {
            records.read(Topics.IDENTITIES, Map.of(), record -> {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                if (record.value() == null) {
                    named.remove(key);
                } else {
                    named.put(
                            key,
                            identities
                                    .deserialize(Topics.IDENTITIES.name(), record.value())
                                    .getCustomerId());
                }
            });
        }
        return named.getOrDefault(new String(Identifiers.key(identifier), StandardCharsets.UTF_8), "nobody");
    }
}
