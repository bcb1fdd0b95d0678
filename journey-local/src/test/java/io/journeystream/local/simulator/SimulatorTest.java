package io.journeystream.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulatorTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void the_same_seed_gives_the_same_deliveries() {
        assertThat(take(5_000, 7)).isEqualTo(take(5_000, 7));
        assertThat(take(100, 7)).isNotEqualTo(take(100, 8));
    }

    @Test
    void deliveries_come_in_order_of_arrival_and_never_before_the_event() {
        Instant last = START;
        for (Delivery delivery : take(20_000, 1)) {
            assertThat(delivery.arrivesAt()).isAfterOrEqualTo(last);
            assertThat(delivery.arrivesAt().toEpochMilli())
                    .isGreaterThanOrEqualTo(delivery.event().occurredAt());
            last = delivery.arrivesAt();
        }
    }

    @Test
    void some_events_come_twice_some_are_revised_and_some_are_late() {
        Set<String> seen = new HashSet<>();
        int duplicates = 0;
        int revisions = 0;
        int late = 0;
        for (Delivery delivery : take(20_000, 1)) {
            Event event = delivery.event();
            duplicates += seen.add(event.source() + event.eventId() + event.revision()) ? 0 : 1;
            revisions += event.revision() > 0 ? 1 : 0;
            late += delay(delivery).compareTo(Duration.ofHours(8)) > 0 ? 1 : 0;
        }
        assertThat(duplicates).isBetween(100, 400);
        assertThat(revisions).isBetween(30, 200);
        assertThat(late).isBetween(200, 1_200);
    }

    @Test
    void without_dirt_each_event_comes_once_and_everybody_is_known() {
        Simulator simulator =
                new Simulator(SimulatorSettings.realistic(3, START).withoutDirt());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            Event event = simulator.next().event();
            assertThat(seen.add(event.source() + event.eventId())).isTrue();
            assertThat(event.identifiers().get(0).getType()).isEqualTo("account");
        }
    }

    @Test
    void concerns_end_as_published_research_says_they_usually_do() {
        Simulator simulator = new Simulator(SimulatorSettings.realistic(5, START));
        while (simulator.nextArrival().isBefore(START.plus(Duration.ofDays(60)))) {
            simulator.next();
        }
        TrueFigures all =
                simulator.truth().quietSince(START.plus(Duration.ofDays(50)), Duration.ofDays(7)).values().stream()
                        .reduce(TrueFigures.NONE, TrueFigures::plus);

        assertThat(all.issues()).isBetween(10_000L, 16_000L);
        assertThat((double) all.settledAtFirst() / all.issues()).isBetween(0.70, 0.78);
        assertThat((double) all.contained() / all.selfServiceEntries()).isBetween(0.15, 0.35);
    }

    @Test
    void all_kinds_of_events_occur_on_all_channels() {
        Map<String, Integer> seen = new HashMap<>();
        for (Delivery delivery : take(20_000, 2)) {
            names(delivery.event()).forEach(name -> seen.merge(name, 1, Integer::sum));
        }
        assertThat(seen.keySet())
                .contains("web", "app", "bot", "ivr", "phone", "chat", "email")
                .contains("HANDED_OFF", "ABANDONED", "TRANSFERRED", "HELD", "CONFIRMED", "MESSAGE", "NO_MATCH")
                .contains("CASE_OPENED", "CASE_RESOLVED", "CASE_REOPENED", "GOAL_REACHED", "INCIDENT_STARTED")
                .contains("CES", "CSAT", "NPS", "RESOLUTION");
    }

    private static Stream<String> names(Event event) {
        if (event instanceof Event.Channel channel) {
            return Stream.of(
                    channel.avro().getChannel(), channel.avro().getAction().name());
        }
        if (event instanceof Event.Operational operational) {
            return Stream.of(operational.avro().getOperation().name());
        }
        return Stream.of(((Event.Voc) event).avro().getInstrument().name());
    }

    private static Duration delay(Delivery delivery) {
        return Duration.between(Instant.ofEpochMilli(delivery.event().occurredAt()), delivery.arrivesAt());
    }

    private static List<Delivery> take(int count, long seed) {
        Simulator simulator = new Simulator(SimulatorSettings.realistic(seed, START));
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            deliveries.add(simulator.next());
        }
        return deliveries;
    }
}
