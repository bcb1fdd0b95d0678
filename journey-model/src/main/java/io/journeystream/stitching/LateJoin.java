package io.journeystream.stitching;

import io.journeystream.stitching.PlacedContacts.Placed;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which journey is joined by an item that comes after all others: context, or a survey answer (docs/semantics.md, section 5). */
final class LateJoin {
    private static final long ABOUT_THE_LAST_CONTACT = Duration.ofDays(7).toMillis();

    private final long maxAge;
    private final Drafts journeys;
    private final PlacedContacts contacts;

    /** Into journeys that all other items have joined. */
    LateJoin(long maxAge, Drafts journeys, PlacedContacts contacts) {
        this.maxAge = maxAge;
        this.journeys = journeys;
        this.contacts = contacts;
    }

    /** Null if it joins none. */
    @Nullable
    JourneyDraft journeyOf(Item item) {
        return item.kind() == Item.Kind.VOC ? about(item) : ofContext(item);
    }

    /** Rule 6: context joins the journey begun first among those it shares a reference with. */
    private @Nullable JourneyDraft ofContext(Item context) {
        if (context.kind() != Item.Kind.OPERATIONAL) {
            return null;
        }
        for (JourneyDraft journey : journeys.sharing(context)) {
            if (journey.startedAt() <= context.start() + maxAge && eligible(journey, context)) {
                return journey;
            }
        }
        return null;
    }

    private boolean eligible(JourneyDraft journey, Item item) {
        return journey.touchedUntil() + maxAge >= item.start();
    }

    private @Nullable JourneyDraft about(Item answer) {
        JourneyDraft journey = ofNamedContact(answer);
        if (journey == null) {
            journey = byReference(answer);
        }
        return journey != null ? journey : ofLastContact(answer);
    }

    /** Among contacts of several sources that bear the name, the first in the order of items. */
    private @Nullable JourneyDraft ofNamedContact(Item answer) {
        String contactId = answer.namedContact();
        if (contactId == null) {
            return null;
        }
        for (Placed placed : contacts.named(contactId)) {
            if (eligible(placed.journey(), answer)) {
                return placed.journey();
            }
        }
        return null;
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

    /** The one that ended last, among equals the later in order. */
    private @Nullable JourneyDraft ofLastContact(Item answer) {
        for (List<Placed> ended : contacts.ended(answer.start() - ABOUT_THE_LAST_CONTACT, answer.start())) {
            for (int i = ended.size() - 1; i >= 0; i--) {
                JourneyDraft journey = ended.get(i).journey();
                if (eligible(journey, answer)) {
                    return journey;
                }
            }
        }
        return null;
    }
}
