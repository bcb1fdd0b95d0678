package io.journeystream.local.truth;

import io.journeystream.events.Event;
import io.journeystream.local.truth.OwnEvidence.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The persons whose identity is known: evidence of their own events connects all of these, and reaches an identifier
 * that nobody else uses. What evidence can tell, not what was found by it.
 */
public final class KnownPersons {
    private KnownPersons() {}

    /**
     * Their names.
     *
     * @param accepted each (source, eventId) once, by which {@code found} was found
     * @param person whose each of these events really is
     */
    public static Set<String> of(Recomputation found, Collection<Event> accepted, Function<Event, String> person) {
        OwnEvidence evidence = new OwnEvidence(found.weighed(), accepted, Set.of(), person);
        Kind.OF_OWN.forEach(evidence::admit);
        Set<Object> telling = evidence.telling();
        Map<String, Object> groups = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (Event event : accepted) {
            String name = person.apply(event);
            Object group = evidence.groupOf(name, found.weighed().owner(event));
            if (!telling.contains(group) || !group.equals(groups.computeIfAbsent(name, n -> group))) {
                unknown.add(name);
            }
        }
        groups.keySet().removeAll(unknown);
        return Set.copyOf(groups.keySet());
    }
}
