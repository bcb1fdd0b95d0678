package io.journeystream.local.simulator;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.rejects.RejectReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** By what the simulated systems know people, when they learn it, and what leads astray whoever goes by it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecognitionTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int DELIVERIES = 60_000;
    private static final Confusion CONFUSION = new Confusion(0.02, 0.02, 0.01, 0.01, 0.02, 0.1);

    private final Simulator simulator = Simulator.remembering(
            SimulatorSettings.realistic(4, START).sized(3_000, 150).knowing(Recognition.USUAL, CONFUSION));
    private final List<Delivery> deliveries =
            Stream.generate(simulator::next).limit(DELIVERIES).toList();
    private final GroundTruth truth = simulator.truth();
    private final List<List<Event>> visits = contacts("digital").toList();

    @Test
    void a_visit_is_known_by_its_cookie_until_somebody_logs_in() {
        assertThat(contacts("digital").filter(RecognitionTest::accountComesLater))
                .hasSizeGreaterThan(200);
        assertThat(contacts("acd").filter(RecognitionTest::accountComesLater)).hasSizeGreaterThan(200);
    }

    private static boolean accountComesLater(List<Event> contact) {
        boolean lastKnows = has(contact.get(contact.size() - 1), "account");
        return !has(contact.get(0), "account") && lastKnows;
    }

    @Test
    void the_bot_learns_the_email_address_in_one_event_of_a_contact() {
        List<List<Event>> told = contacts("digital")
                .filter(contact -> contact.stream().anyMatch(event -> has(event, "email")))
                .toList();

        assertThat(told).hasSizeGreaterThan(200);
        assertThat(told)
                .allSatisfy(contact -> assertThat(contact.stream()
                                .filter(event -> has(event, "email"))
                                .findFirst())
                        .get()
                        .satisfies(event -> assertThat(event.identifiers())
                                .extracting(Identifier::getType)
                                .containsAnyOf("cookie", "session")));
    }

    @Test
    void logins_come_an_hour_to_a_day_after_the_visit() {
        List<Event> logins =
                events().filter(event -> event.source().equals("login")).toList();

        assertThat(logins).hasSizeGreaterThan(100).allSatisfy(login -> {
            assertThat(login.identifiers()).extracting(Identifier::getType).contains("account", "cookie");
            assertThat(minutesSinceVisits(login)).anyMatch(minutes -> minutes >= 60 && minutes <= 25 * 60);
        });
    }

    private List<Long> minutesSinceVisits(Event login) {
        String issue = truth.origin(login).issue();
        return visits.stream()
                .filter(visit -> truth.origin(visit.get(0)).issue().equals(issue))
                .map(visit -> login.occurredAt() - visit.get(visit.size() - 1).occurredAt())
                .map(millis -> Duration.ofMillis(millis).toMinutes())
                .toList();
    }

    @Test
    void some_browsers_devices_and_mailboxes_are_used_by_several_persons() {
        Map<Identifier, Set<String>> users = accepted()
                .flatMap(event -> event.identifiers().stream()
                        .map(identifier ->
                                Map.entry(identifier, truth.origin(event).person())))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));

        assertThat(usersOf(users, "ck-home-"))
                .hasSizeGreaterThan(5)
                .allSatisfy(n -> assertThat(n).isBetween(1, 3));
        assertThat(usersOf(users, "info@company"))
                .isNotEmpty()
                .allSatisfy(n -> assertThat(n).isBetween(1, 3));
        assertThat(usersOf(users, "ck-public-")).anySatisfy(n -> assertThat(n).isGreaterThan(10));
        assertThat(usersOf(users, "A00"))
                .isNotEmpty()
                .allSatisfy(n -> assertThat(n).isEqualTo(1));
    }

    private static List<Integer> usersOf(Map<Identifier, Set<String>> users, String beginning) {
        return users.entrySet().stream()
                .filter(use -> use.getKey().getValue().startsWith(beginning))
                .map(use -> use.getValue().size())
                .toList();
    }

    @Test
    void the_edge_drops_placeholders_and_refuses_who_has_nothing_else() {
        assertThat(events().filter(RecognitionTest::hasPlaceholder)).hasSizeGreaterThan(500);
        assertThat(accepted()).isNotEmpty().noneMatch(RecognitionTest::hasPlaceholder);
        assertThat(refused())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.identifiers()).allMatch(RecognitionTest::isPlaceholder));
    }

    @Test
    void the_edge_knows_each_person_by_the_identifiers_that_the_truth_has() {
        Set<String> others = Set.of("case", "session", "contact");
        Map<Boolean, Long> known = accepted()
                .flatMap(event -> event.identifiers().stream()
                        .filter(identifier -> !others.contains(identifier.getType()))
                        .map(identifier -> identifiers(event).contains(identifier)))
                .collect(groupingBy(own -> own, counting()));

        assertThat(known.get(true)).isGreaterThan(50_000);
        assertThat(known.get(false)).as("public devices, borrowed telephones").isBetween(50L, 1_000L);
    }

    private List<Identifier> identifiers(Event event) {
        return truth.identifiers().getOrDefault(truth.origin(event).person(), List.of());
    }

    @Test
    void wrong_merges_tie_an_account_to_the_telephone_of_somebody_else_and_are_noticed_later() {
        assertThat(truth.wrongMerges()).isNotEmpty().allSatisfy(wrong -> {
            Event evidence = accepted()
                    .filter(event -> event.identifiers()
                            .containsAll(List.of(
                                    wrong.pair().stronger(), wrong.pair().weaker())))
                    .min(Comparator.comparingLong(Event::occurredAt))
                    .orElseThrow();
            assertThat(identifiers(evidence))
                    .contains(wrong.pair().stronger())
                    .doesNotContain(wrong.pair().weaker());
            assertThat(wrong.at()).isAfter(Instant.ofEpochMilli(evidence.occurredAt()));
        });
    }

    @Test
    void whose_events_they_are_is_only_known_where_it_is_remembered() {
        Simulator forgetful = new Simulator(SimulatorSettings.realistic(4, START));
        Event event = forgetful.next().event();

        assertThatThrownBy(() -> forgetful.truth().origin(event)).hasMessageContaining("Simulator.remembering");
    }

    private Stream<Event> events() {
        return deliveries.stream().map(Delivery::event);
    }

    private Stream<Event> accepted() {
        return admitted().stream()
                .filter(Parsed.Accepted.class::isInstance)
                .map(parsed -> ((Parsed.Accepted) parsed).event());
    }

    private List<Parsed> admitted() {
        Admission admission = new Admission(IdentifierSettings.STANDARD);
        return deliveries.stream().map(admission::of).toList();
    }

    private List<Event> refused() {
        Admission admission = new Admission(IdentifierSettings.STANDARD);
        return deliveries.stream()
                .filter(delivery -> admission.of(delivery) instanceof Parsed.Rejected refused
                        && refused.reason() == RejectReason.NO_IDENTIFIER)
                .map(Delivery::event)
                .toList();
    }

    private static boolean hasPlaceholder(Event event) {
        return event.identifiers().stream().anyMatch(RecognitionTest::isPlaceholder);
    }

    private static boolean isPlaceholder(Identifier identifier) {
        return Set.of("anonymous", "unknown", "0").contains(identifier.getValue());
    }

    private static boolean has(Event event, String type) {
        return event.identifiers().stream()
                .anyMatch(identifier -> identifier.getType().equals(type) && !isPlaceholder(identifier));
    }

    /** Each event once, in order. */
    private Stream<List<Event>> contacts(String source) {
        Set<String> seen = new HashSet<>();
        Map<String, List<Event>> contacts = events().filter(event ->
                        event instanceof Event.Channel && event.source().equals(source) && seen.add(event.eventId()))
                .sorted(Comparator.comparingLong(Event::occurredAt).thenComparingLong(Event::sequence))
                .collect(groupingBy(event -> ((Event.Channel) event).avro().getContactId(), toList()));
        return contacts.values().stream();
    }
}
