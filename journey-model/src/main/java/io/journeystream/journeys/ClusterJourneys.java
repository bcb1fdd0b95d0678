package io.journeystream.journeys;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Event;
import io.journeystream.identity.Customer;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.Identifiers;
import io.journeystream.stitching.Stitching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * The journeys of a cluster, kept as events come and time goes on: what is computed again costs what has changed, not what
 * there is, neither events nor customers. What is known of them after an update is what all events at once would give.
 * For one thread only.
 */
public final class ClusterJourneys {
    private final EvidenceGraph evidence;
    private final Map<String, CustomerJourneys> customers = new HashMap<>();
    private final Set<CustomerJourneys> changed = new LinkedHashSet<>();
    private final NavigableMap<Long, Set<CustomerJourneys>> byNextChange = new TreeMap<>();
    private int events;
    private int contacts;
    private int contactsOfPersons;

    ClusterJourneys(EvidenceGraph evidence, Definitions definitions, Stitching stitching) {
        this.evidence = evidence;
        for (Customer customer : evidence.customers()) {
            CustomerJourneys journeys = new CustomerJourneys(definitions, stitching, customer);
            customers.put(customer.customerId(), journeys);
            changed.add(journeys);
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
        changed.add(journeys);
        events++;
        return true;
    }

    /** Computes what events and time have changed since the last update; the watermark must not go back. */
    public Update update(long watermark) {
        List<ComputedJourney> now = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        byNextChange.headMap(watermark, false).values().forEach(changed::addAll);
        changed.forEach(customer -> update(customer, watermark, now, gone));
        changed.clear();
        return new Update(now, gone);
    }

    private void update(CustomerJourneys customer, long watermark, List<ComputedJourney> now, Set<String> gone) {
        customer.changesAfter().ifPresent(after -> forget(customer, after));
        count(customer, -1);
        customer.update(watermark, now, gone);
        count(customer, 1);
        customer.changesAfter()
                .ifPresent(after -> byNextChange
                        .computeIfAbsent(after, a -> new LinkedHashSet<>(1))
                        .add(customer));
    }

    private void forget(CustomerJourneys customer, long after) {
        byNextChange.computeIfPresent(after, (a, waiting) -> {
            waiting.remove(customer);
            return waiting.isEmpty() ? null : waiting;
        });
    }

    private void count(CustomerJourneys customer, int sign) {
        contacts += sign * customer.inboundContacts();
        contactsOfPersons += Identifiers.namesPerson(customer.strongest()) ? sign * customer.inboundContacts() : 0;
    }

    /** When time alone will change any of them: for a watermark greater than this, epoch milliseconds. */
    public OptionalLong changesAfter() {
        return byNextChange.isEmpty() ? OptionalLong.empty() : OptionalLong.of(byNextChange.firstKey());
    }

    /** How many inbound contacts there are, as of the last update. */
    public int contacts() {
        return contacts;
    }

    /** Of these, those of customers whom no {@linkplain Identifiers#namesPerson identifier of a person} names. */
    public int weakContacts() {
        return contacts - contactsOfPersons;
    }

    /** How many events are known of the cluster: the measure of the memory it takes. */
    public int events() {
        return events;
    }
}
