package io.journeystream.serve.identity;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Customer;
import io.journeystream.identity.Evidence;
import io.journeystream.identity.Explanation;
import io.journeystream.identity.Identifiers;
import io.journeystream.journeys.ComputedJourney;
import io.journeystream.journeys.Journey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why each event is in a journey: by which identifier it names the customer, and what ties that to the customer.
 *
 * @param journey as it was published last
 * @param customer whose journey it is
 * @param items its events in the order of their times
 * @param chains the shortest chain of evidence from each name to the customer's strongest identifier, strongest name
 *     first; without that one itself
 */
public record JourneyReasons(
        Journey journey, Customer customer, List<Item> items, Map<Identifier, List<Evidence>> chains) {

    /**
     * One event of the journey.
     *
     * @param name the strongest of its identifiers that are not blocked
     */
    public record Item(Event event, Identifier name) {}

    static JourneyReasons of(
            Journey journey, ComputedJourney computed, Customer customer, Neighbourhood around, Identifiers order) {
        List<Item> items = computed.events().stream()
                .sorted(Comparator.comparingLong(Event::occurredAt).thenComparingLong(Event::sequence))
                .map(event -> new Item(event, around.name(event)))
                .toList();
        Map<Identifier, List<Evidence>> chains = new TreeMap<>(order);
        for (Item item : items) {
            if (around.evidence().explain(item.name(), customer.strongest()) instanceof Explanation.OneCustomer one
                    && !one.chain().isEmpty()) {
                chains.put(item.name(), one.chain());
            }
        }
        return new JourneyReasons(journey, customer, items, chains);
    }
}
