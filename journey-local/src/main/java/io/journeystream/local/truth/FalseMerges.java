package io.journeystream.local.truth;

import static java.util.Comparator.comparingLong;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Customer;
import io.journeystream.local.truth.Weighed.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which identifiers put contacts of different persons into one customer. Persons are joined in the order of the time at
 * which a second one used an identifier; each wrong pair is put down to the identifier that joined its two persons.
 */
final class FalseMerges {
    private final Weighed weighed;
    private final Function<Event, String> person;
    private final List<FalseMerge> found = new ArrayList<>();

    FalseMerges(Weighed weighed, Function<Event, String> person) {
        this.weighed = weighed;
        this.person = person;
    }

    /**
     * Looks at one customer.
     *
     * @param contacts of each person in it
     * @param told of these the ones that own evidence tells from those of others
     */
    void look(Customer customer, Map<String, Long> contacts, Map<String, Long> told) {
        if (contacts.size() < 2) {
            return;
        }
        Crowd crowd = new Crowd(contacts, told);
        for (Shared shared : shared(customer)) {
            crowd.gather(shared.identifier(), weighed.blocked().contains(shared.identifier()), shared.users());
        }
        crowd.gather(null, false, List.copyOf(contacts.keySet()));
        found.addAll(crowd.merges());
    }

    /** @param since when a second person used it, epoch milliseconds */
    private record Shared(Identifier identifier, List<String> users, long since) {}

    private List<Shared> shared(Customer customer) {
        Map<Identifier, Map<String, Long>> users = new HashMap<>();
        for (Event event : customer.events()) {
            String user = person.apply(event);
            for (Identifier identifier : namesIn(event)) {
                users.computeIfAbsent(identifier, i -> new HashMap<>()).merge(user, event.occurredAt(), Math::min);
            }
        }
        return users.entrySet().stream()
                .filter(use -> use.getValue().size() > 1)
                .map(use -> shared(use.getKey(), use.getValue()))
                .sorted(comparingLong(Shared::since).thenComparing(Shared::identifier, weighed.order()))
                .toList();
    }

    private static Shared shared(Identifier identifier, Map<String, Long> firstUses) {
        List<String> users = firstUses.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        long second = firstUses.values().stream().sorted().skip(1).findFirst().orElseThrow();
        return new Shared(identifier, users, second);
    }

    /** The identifiers of an event that are its customer's. */
    private List<Identifier> namesIn(Event event) {
        List<Identifier> names = new ArrayList<>(List.of(weighed.owner(event)));
        weighed.steps(event).stream()
                .filter(step -> step.verdict() == Verdict.JOINS)
                .forEach(step -> names.add(step.to()));
        return names;
    }

    /** Those that cost most first. */
    List<FalseMerge> worstFirst() {
        return found.stream()
                .sorted(Comparator.comparingLong(FalseMerge::pairs).reversed())
                .toList();
    }
}
