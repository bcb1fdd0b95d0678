package io.journeystream.stitching;

import io.journeystream.contacts.Contact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives each survey answer the journey that it is about (docs/semantics.md, section 5, last rule). */
final class VocJoin {
    private static final long ABOUT_THE_LAST_CONTACT = Duration.ofDays(7).toMillis();

    private final long maxAge;
    private final Drafts journeys;
    private final Map<String, List<Joined>> named = new HashMap<>();
    private final NavigableMap<Long, List<Joined>> inboundByEnd = new TreeMap<>();

    /** A contact, and the journey it is in. */
    private record Joined(Item contact, JourneyDraft journey) {}

    /** Journeys that all other items have joined. */
    VocJoin(long maxAge, Drafts journeys) {
        this.maxAge = maxAge;
        this.journeys = journeys;
        List<Joined> contacts = new ArrayList<>();
        for (JourneyDraft journey : journeys.begun()) {
            journey.items().forEach(item -> contacts.add(new Joined(item, journey)));
        }
        contacts.sort(Comparator.comparing(Joined::contact, Item.ORDER));
        contacts.forEach(this::index);
    }

    private void index(Joined joined) {
        Contact contact = joined.contact().contact();
        if (contact == null) {
            return;
        }
        for (String id : contact.ids()) {
            named.computeIfAbsent(id, i -> new ArrayList<>(1)).add(joined);
        }
        if (contact.isInbound()) {
            inboundByEnd.computeIfAbsent(contact.end(), e -> new ArrayList<>(1)).add(0, joined);
        }
    }

    void join(Item answer) {
        JourneyDraft journey = about(answer);
        if (journey != null) {
            journey.joinLate(answer);
        }
    }

    private @Nullable JourneyDraft about(Item answer) {
        JourneyDraft journey = ofNamedContact(answer);
        if (journey == null) {
            journey = byReference(answer);
        }
        return journey != null ? journey : ofLastContact(answer);
    }

    private boolean eligible(JourneyDraft journey, Item answer) {
        return journey.touchedUntil() + maxAge >= answer.start();
    }

    /** Among contacts of several sources that bear the name, the first in the order of items. */
    private @Nullable JourneyDraft ofNamedContact(Item answer) {
        String contactId = answer.namedContact();
        return contactId == null ? null : firstEligible(named.getOrDefault(contactId, List.of()), answer);
    }

    /** The one begun last, of those begun by then. */
    private @Nullable JourneyDraft byReference(Item answer) {
        JourneyDraft last = null;
        for (JourneyDraft journey : journeys.sharing(answer)) {
            if (journey.startedAt() <= answer.start() && eligible(journey, answer)) {
                last = journey;
            }
        }
        return last;
    }

    /** The one that ended last, among equals the one that started last. */
    private @Nullable JourneyDraft ofLastContact(Item answer) {
        long after = answer.start() - ABOUT_THE_LAST_CONTACT;
        for (List<Joined> ended : inboundByEnd
                .subMap(after, false, answer.start(), true)
                .descendingMap()
                .values()) {
            JourneyDraft journey = firstEligible(ended, answer);
            if (journey != null) {
                return journey;
            }
        }
        return null;
    }

    private @Nullable JourneyDraft firstEligible(List<Joined> contacts, Item answer) {
        for (Joined joined : contacts) {
            if (eligible(joined.journey(), answer)) {
                return joined.journey();
            }
        }
        return null;
    }
}
