package io.journeystream.journeys;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Customer;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.stitching.Stitching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The journeys of a cluster, kept as events come and time goes on: what is computed again costs what has changed, not what
 * there is. What is known of them after an update is what all events at once would give. For one thread only.
 */
public final class ClusterJourneys {
    private final EvidenceGraph evidence;
    private final Map<String, CustomerJourneys> customers = new HashMap<>();
    private int events;

    ClusterJourneys(EvidenceGraph evidence, Definitions definitions, Stitching stitching) {
        this.evidence = evidence;
        for (Customer customer : evidence.customers()) {
            customers.put(customer.customerId(), new CustomerJourneys(definitions, stitching, customer));
            events += customer.events().size();
        }
    }

    /**
     * What has changed with an update.
     *
     * @param now journeys that may have changed, in no particular order; with the first update all
     * @param gone ids of journeys that are no more; their events are in {@code now} or in no journey
     */
    public record Update(List<ComputedJourney> now, Set<String> gone) {}

    /**
     * Takes in an event with the next update, unless it says something new about who is who.
     *
     * @param event that was not there before, neither in this nor in another revision
     * @return false if it was not taken in: then the cluster must be computed from all events
     */
    public boolean add(Event event) {
        Customer customer = evidence.customerOfKnown(event);
        CustomerJourneys journeys = customer == null ? null : customers.get(customer.customerId());
        if (journeys == null) {
            return false;
        }
        journeys.add(event);
        events++;
        return true;
    }

    /** Computes what events and time have changed since the last update; the watermark must not go back. */
    public Update update(long watermark) {
        List<ComputedJourney> now = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        customers.values().forEach(customer -> customer.update(watermark, now, gone));
        return new Update(now, gone);
    }

    /** When time alone will change any of them: for a watermark greater than this, epoch milliseconds. */
    public OptionalLong changesAfter() {
        return customers.values().stream()
                .map(CustomerJourneys::changesAfter)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
    }

    /** Who is who in there. */
    public EvidenceGraph evidence() {
        return evidence;
    }

    /**
     * How many inbound contacts there are, as of the last update.
     *
     * @param of counts those of customers whose strongest identifier is such
     */
    public int inboundContacts(Predicate<Identifier> of) {
        return evidence.customers().stream()
                .filter(customer -> of.test(customer.strongest()))
                .map(customer -> customers.get(customer.customerId()))
                .filter(Objects::nonNull)
                .mapToInt(CustomerJourneys::inboundContacts)
                .sum();
    }

    /** How many events are known of the cluster: the measure of the memory it takes. */
    public int events() {
        return events;
    }
}
