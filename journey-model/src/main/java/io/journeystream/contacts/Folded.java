package io.journeystream.contacts;

import io.journeystream.contacts.Roots.ContactKey;
import io.journeystream.definitions.Definitions;
import io.journeystream.events.ChannelEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One customer's channel events, folded into attempts to reach us by the contact they lead back to. */
final class Folded {
    private final Definitions definitions;
    private final Map<ContactKey, Attempt> attempts = new HashMap<>();
    private Roots roots = new Roots();

    Folded(Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * What more events have changed.
     *
     * @param before attempts that are no more as they were
     * @param now attempts that have come instead, and new ones
     */
    record Change(Collection<Attempt> before, Collection<Attempt> now) {}

    Change add(Collection<ChannelEvent> events) {
        List<ChannelEvent> ordered = new ArrayList<>(events);
        ordered.sort(ContactEvents.ORDER);
        if (attempts.isEmpty()) {
            ordered.forEach(roots::readInOrder);
            return new Change(List.of(), fold(ordered));
        }
        return ordered.stream().allMatch(roots::read) ? addTo(ordered) : foldAnew(ordered);
    }

    private Change addTo(List<ChannelEvent> more) {
        Map<ContactKey, List<ChannelEvent>> grown = new LinkedHashMap<>();
        List<Attempt> before = new ArrayList<>();
        for (ChannelEvent event : more) {
            ContactKey root = roots.rootOf(ContactKey.of(event));
            grown.computeIfAbsent(root, r -> eventsSoFar(r, before)).add(event);
        }
        grown.values().forEach(events -> events.sort(ContactEvents.ORDER));
        return new Change(before, attempts(grown));
    }

    private List<ChannelEvent> eventsSoFar(ContactKey root, List<Attempt> before) {
        Attempt known = attempts.get(root);
        if (known == null) {
            return new ArrayList<>();
        }
        before.add(known);
        return new ArrayList<>(known.events());
    }

    private Change foldAnew(List<ChannelEvent> more) {
        List<Attempt> before = List.copyOf(attempts.values());
        List<ChannelEvent> all = new ArrayList<>(more);
        before.forEach(attempt -> all.addAll(attempt.events()));
        all.sort(ContactEvents.ORDER);
        attempts.clear();
        roots = new Roots();
        all.forEach(roots::readInOrder);
        return new Change(before, fold(all));
    }

    private Collection<Attempt> fold(List<ChannelEvent> ordered) {
        Map<ContactKey, List<ChannelEvent>> byRoot = new HashMap<>();
        for (ChannelEvent event : ordered) {
            byRoot.computeIfAbsent(roots.rootOf(ContactKey.of(event)), r -> new ArrayList<>())
                    .add(event);
        }
        return attempts(byRoot);
    }

    private Collection<Attempt> attempts(Map<ContactKey, List<ChannelEvent>> byRoot) {
        List<Attempt> made = new ArrayList<>(byRoot.size());
        byRoot.forEach((root, events) -> {
            Attempt attempt = Attempt.of(definitions, root.source(), root.contactId(), ids(root, events), events);
            attempts.put(root, attempt);
            made.add(attempt);
        });
        return Collections.unmodifiableList(made);
    }

    private static Set<String> ids(ContactKey root, List<ChannelEvent> events) {
        Set<String> ids = new HashSet<>(Set.of(root.contactId()));
        events.forEach(event -> ids.add(event.getContactId()));
        return ids;
    }
}
