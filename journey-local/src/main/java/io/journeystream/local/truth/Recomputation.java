package io.journeystream.local.truth;

import io.journeystream.contacts.Contact;
import io.journeystream.definitions.Definitions;
import io.journeystream.events.Event;
import io.journeystream.identity.Conflict;
import io.journeystream.identity.Customer;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.StandingFacts;
import io.journeystream.journeys.ComputedJourney;
import io.journeystream.journeys.Journeys;
import io.journeystream.local.tally.MatchRate;
import io.journeystream.stitching.StitchedJourney;
import io.journeystream.stitching.Stitching;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All accepted events at once through the rules: by the law of order what the stream comes to as well. */
public final class Recomputation {
    private final EvidenceGraph graph;
    private final Definitions definitions;
    private final Stitching stitching;
    private final Weighed weighed;
    private final List<Customer> customers;
    private final List<StitchedContact> contacts = new ArrayList<>();
    private long matched;

    /** @param events accepted ones, identifiers normalised, each (source, eventId) once */
    public Recomputation(Collection<Event> events, Definitions definitions, StandingFacts facts) {
        this.graph = new EvidenceGraph(events, definitions.identity(), facts);
        this.definitions = definitions;
        this.stitching = new Stitching(definitions);
        this.weighed = new Weighed(
                new Identifiers(definitions.identity()),
                Set.copyOf(graph.blocked()),
                graph.conflicts().stream()
                        .map(Conflict::evidence)
                        .map(evidence -> evidence.pair())
                        .collect(Collectors.toUnmodifiableSet()),
                facts.withdrawn());
        this.customers = graph.customers();
        customers.forEach(this::stitch);
    }

    private void stitch(Customer customer) {
        for (StitchedJourney journey : stitching.of(customer)) {
            String journeyId = customer.customerId() + "|" + journey.firstEventName();
            matched += Identifiers.namesPerson(customer.strongest())
                    ? journey.contacts().size()
                    : 0;
            for (Contact contact : journey.contacts()) {
                contacts.add(new StitchedContact(
                        customer.customerId(),
                        journeyId,
                        new Event.Channel(contact.events().get(0))));
            }
        }
    }

    /** Those that have events. */
    public List<Customer> customers() {
        return customers;
    }

    /**
     * Their journeys with all measures, as the stream publishes them.
     *
     * @param watermark epoch milliseconds
     */
    public List<ComputedJourney> journeys(long watermark) {
        return new Journeys(definitions).of(graph, watermark);
    }

    /** All contacts that are part of a journey, which all inbound ones are. */
    List<StitchedContact> contacts() {
        return contacts;
    }

    /** Of these, those of customers that have a strong identifier. */
    MatchRate matched() {
        return new MatchRate(matched, contacts.size());
    }

    Weighed weighed() {
        return weighed;
    }
}
