package io.journeystream.stitching;

import io.journeystream.contacts.Contact;
import io.journeystream.definitions.StitchingRules;
import io.journeystream.events.Event;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives each survey answer the journey that it is about (docs/semantics.md, section 5, last rule). */
final class VocJoin {
    private static final long ABOUT_THE_LAST_CONTACT = Duration.ofDays(7).toMillis();

    private final StitchingRules rules;
    private final List<JourneyDraft> journeys;

    /** Journeys in the order in which they were begun; all other items have joined. */
    VocJoin(StitchingRules rules, List<JourneyDraft> journeys) {
        this.rules = rules;
        this.journeys = journeys;
    }

    void join(List<Item> items) {
        for (Item item : items) {
            if (item.event() instanceof Event.Voc voc) {
                JourneyDraft journey = about(item, voc.avro().getContactId());
                if (journey != null) {
                    journey.joinLate(item);
                }
            }
        }
    }

    private @Nullable JourneyDraft about(Item voc, @Nullable String contactId) {
        JourneyDraft named = contactId == null ? null : ofNamedContact(voc, contactId);
        if (named != null) {
            return named;
        }
        JourneyDraft referred = byReference(voc);
        return referred != null ? referred : ofLastContact(voc);
    }

    private boolean eligible(JourneyDraft journey, Item voc) {
        return journey.touchedUntil() + rules.maxAge().toMillis() >= voc.start();
    }

    /** Among contacts of several sources that bear the name, the first in the order of items. */
    private @Nullable JourneyDraft ofNamedContact(Item voc, String contactId) {
        JourneyDraft named = null;
        Item first = null;
        for (JourneyDraft journey : journeys) {
            if (!eligible(journey, voc)) {
                continue;
            }
            for (Item item : journey.items()) {
                Contact contact = item.contact();
                if (contact != null
                        && contact.isNamed(contactId)
                        && (first == null || Item.ORDER.compare(item, first) < 0)) {
                    first = item;
                    named = journey;
                }
            }
        }
        return named;
    }

    private @Nullable JourneyDraft byReference(Item voc) {
        for (int i = journeys.size() - 1; i >= 0; i--) {
            JourneyDraft journey = journeys.get(i);
            if (journey.startedAt() <= voc.start()
                    && eligible(journey, voc)
                    && journey.shares(voc, rules.correlate())) {
                return journey;
            }
        }
        return null;
    }

    private @Nullable JourneyDraft ofLastContact(Item voc) {
        JourneyDraft journeyOfLast = null;
        Item last = null;
        for (JourneyDraft journey : journeys) {
            for (Item item : journey.items()) {
                if (item.isInboundContact()
                        && item.end() <= voc.start()
                        && item.end() > voc.start() - ABOUT_THE_LAST_CONTACT
                        && eligible(journey, voc)
                        && (last == null || endedLater(item, last))) {
                    last = item;
                    journeyOfLast = journey;
                }
            }
        }
        return journeyOfLast;
    }

    private static boolean endedLater(Item item, Item other) {
        return item.end() != other.end() ? item.end() > other.end() : Item.ORDER.compare(item, other) > 0;
    }
}
