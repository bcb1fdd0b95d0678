package io.journeystream.local.truth;

import io.journeystream.events.Event;
import io.journeystream.identity.Customer;
import io.journeystream.local.simulator.Origin;
import io.journeystream.local.tally.MatchRate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was stitched beside what is true, by pairs of contacts. A contact that was found in several customers counts as
 * one in each; abandon joins count as one contact.
 *
 * @param events accepted
 * @param contacts found
 * @param persons who have contacts
 * @param customers that have contacts
 * @param blocked identifiers that name nobody
 * @param conflicts pairs of identifiers whose evidence would break a limit
 * @param withdrawn pairs of identifiers whose evidence was withdrawn
 * @param matched contacts whose customer has a strong identifier
 * @param pairs of one customer against those of one person
 * @param sufficing the same where the evidence suffices: right and missed pairs that evidence of the person's own events
 *     connects, without evidence that is blocked or conflicts over an identifier that others use too; wrong pairs of
 *     contacts whose own evidence reaches an identifier that nobody else uses
 * @param journeys pairs of one journey against those of one concern
 * @param lacks missed pairs of a person by the evidence that lacked
 * @param falseMerges identifiers that led to wrong pairs, the worst first
 */
public record TruthReport(
        long events,
        long contacts,
        long persons,
        long customers,
        int blocked,
        int conflicts,
        int withdrawn,
        MatchRate matched,
        PairCounts pairs,
        PairCounts sufficing,
        PairCounts journeys,
        Map<Lack, Long> lacks,
        List<FalseMerge> falseMerges) {

    public TruthReport {
        lacks = Map.copyOf(lacks);
        falseMerges = List.copyOf(falseMerges);
    }

    /**
     * Compares.
     *
     * @param found what the rules have made of the accepted events
     * @param accepted each (source, eventId) once
     * @param missing events of the same persons that were refused, or came after the end
     * @param truth whose each of these events really is
     */
    public static TruthReport of(
            Recomputation found, Collection<Event> accepted, Collection<Event> missing, Function<Event, Origin> truth) {
        Function<Event, String> person = event -> truth.apply(event).person();
        List<TrueContact> contacts = found.contacts().stream()
                .map(contact -> beside(contact, found.weighed(), truth.apply(contact.first())))
                .toList();
        OwnEvidence evidence = new OwnEvidence(found.weighed(), accepted, missing, person);
        Misses misses = new Misses(contacts, evidence);
        return new TruthReport(
                accepted.size(),
                contacts.size(),
                contacts.stream().map(TrueContact::person).distinct().count(),
                contacts.stream().map(TrueContact::customerId).distinct().count(),
                found.weighed().blocked().size(),
                found.weighed().conflicting().size(),
                found.weighed().withdrawn().size(),
                found.matched(),
                PairCounts.of(contacts, TrueContact::person, TrueContact::customerId),
                misses.sufficing(),
                PairCounts.of(contacts, TrueContact::issue, TrueContact::journeyId),
                misses.lacks(),
                falseMerges(found, contacts, misses.told(), person));
    }

    private static TrueContact beside(StitchedContact contact, Weighed weighed, Origin origin) {
        return new TrueContact(contact, weighed.owner(contact.first()), origin);
    }

    private static List<FalseMerge> falseMerges(
            Recomputation found, List<TrueContact> contacts, List<TrueContact> told, Function<Event, String> person) {
        Map<String, Map<String, Long>> all = byCustomer(contacts);
        Map<String, Map<String, Long>> ofTold = byCustomer(told);
        FalseMerges merges = new FalseMerges(found.weighed(), person);
        for (Customer customer : found.customers()) {
            String id = customer.customerId();
            merges.look(customer, all.getOrDefault(id, Map.of()), ofTold.getOrDefault(id, Map.of()));
        }
        return merges.worstFirst();
    }

    private static Map<String, Map<String, Long>> byCustomer(List<TrueContact> contacts) {
        Map<String, Map<String, Long>> persons = new HashMap<>();
        for (TrueContact contact : contacts) {
            persons.computeIfAbsent(contact.customerId(), c -> new HashMap<>()).merge(contact.person(), 1L, Long::sum);
        }
        return persons;
    }
}
