package io.journeystream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.registry.InMemoryRegistry;
import io.journeystream.streams.publishing.KeptBudget;
import io.journeystream.streams.publishing.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an event costs that comes in order does not grow with its cluster: nothing is read or written whole. */
class InOrderCostTest {
    private static final Logger LOG = LoggerFactory.getLogger(InOrderCostTest.class);
    private static final List<Action> CALL = List.of(Action.STARTED, Action.QUEUED, Action.CONNECTED, Action.ENDED);
    private static final int KINDS_OF_ISSUE = 12;
    private static final int MEASURED = 400;

    /** Events that came, what they cost. */
    private record Cost(long bytesWritten, long rowsRead, long nanos) {}

    @Test
    void an_event_in_order_costs_about_the_same_in_a_cluster_of_ten_and_of_ten_thousand_events() {
        perEvent(10);
        Cost small = perEvent(10);
        Cost large = perEvent(10_000);

        LOG.info("an event in order: {} after 10 events, {} after 10,000", small, large);
        assertThat(large.bytesWritten()).isLessThan(5 * small.bytesWritten());
        assertThat(large.rowsRead()).isLessThan(2 * small.rowsRead());
    }

    /** Each event is published before the next comes. */
    private static Cost perEvent(int before) {
        Pace pace = Pace.STANDARD.withInterval(Duration.ZERO);
        KeptBudget kept = new KeptBudget(100_000);
        try (StitchingDriver driver =
                new StitchingDriver(StandingDefinitions.STANDARD, 1, pace, new InMemoryRegistry(), kept)) {
            int customers = Math.max(1, MEASURED / before);
            for (int customer = 0; customer < customers; customer++) {
                send(driver, customer, 0, before, false);
            }
            driver.settle();
            SurvivingStores state = driver.state(0);
            long bytes = state.bytesWritten();
            long rows = state.rowsRead();
            long began = System.nanoTime();
            int each = MEASURED / customers;
            for (int customer = 0; customer < customers; customer++) {
                send(driver, customer, before, before + each, true);
            }
            int events = customers * each;
            return new Cost(
                    (state.bytesWritten() - bytes) / events,
                    (state.rowsRead() - rows) / events,
                    (System.nanoTime() - began) / events);
        }
    }

    private static void send(StitchingDriver driver, int customer, int from, int to, boolean publishing) {
        for (int i = from; i < to; i++) {
            driver.send(event("c" + customer, i));
            if (publishing) {
                driver.pass(Duration.ofMillis(20));
            }
        }
    }

    /** Four events a call, a call every six hours. */
    private static Event event(String customer, int number) {
        int call = number / CALL.size();
        int step = number % CALL.size();
        Instant start = Instant.parse("2024-01-01T00:00:00Z").plus(Duration.ofHours(6L * call));
        return new Event.Channel(ChannelEvent.newBuilder()
                .setSource("acd")
                .setEventId(customer + "-" + number)
                .setOccurredAt(start.plus(Duration.ofMinutes(step)))
                .setIdentifiers(List.of(new Identifier("account", customer), new Identifier("phone", customer)))
                .setIntent("issue" + call % KINDS_OF_ISSUE)
                .setChannel("phone")
                .setContactId(customer + "-" + call)
                .setDirection(Direction.INBOUND)
                .setAction(CALL.get(step))
                .build());
    }
}
