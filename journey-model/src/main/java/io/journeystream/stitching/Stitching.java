package io.journeystream.stitching;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.JourneyDefinition;
import io.journeystream.definitions.StitchingRules;
import io.journeystream.definitions.TypeRules;
import io.journeystream.events.Event;
import io.journeystream.identity.Customer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One customer's events in, its journeys out (docs/semantics.md, section 5). */
public final class Stitching {
    private final Definitions definitions;
    private final StitchingRules rules;
    private final long maxAge;
    private final long sessionGap;

    public Stitching(Definitions definitions) {
        this.definitions = definitions;
        this.rules = definitions.stitching();
        this.maxAge = rules.maxAge().toMillis();
        this.sessionGap = rules.sessionGap().toMillis();
    }

    /** The customer's journeys, in the order in which they were begun. */
    public List<StitchedJourney> of(Customer customer) {
        return begin().add(customer.events()).now();
    }

    /** The course of a customer of whom nothing is known yet. */
    public Course begin() {
        return new Course(definitions, this);
    }

    /** Rules 1 to 5; null if none of them gives the item a journey. */
    @Nullable
    JourneyDraft place(Item item, Drafts journeys) {
        String type = definitions.typeOf(item.intent());
        JourneyDraft journey = find(item, type, journeys);
        if (journey != null) {
            journeys.join(journey, item, type);
            return journey;
        }
        return starts(item, type) ? journeys.begin(item, type != null ? type : Definitions.UNCLASSIFIED) : null;
    }

    private @Nullable JourneyDraft find(Item item, @Nullable String type, Drafts journeys) {
        JourneyDraft found = byReference(item, journeys);
        if (found == null && type != null) {
            found = byType(item, type, journeys);
        }
        if (found == null && item.isInboundContact()) {
            found = type == null ? inSession(item, journeys) : adopting(item, journeys);
        }
        return found;
    }

    private @Nullable JourneyDraft byReference(Item item, Drafts journeys) {
        JourneyDraft latest = null;
        for (JourneyDraft journey : journeys.sharing(item)) {
            if (notTooOld(journey, item) && (latest == null || journey.activeUntil() >= latest.activeUntil())) {
                latest = journey;
            }
        }
        return latest;
    }

    private boolean notTooOld(JourneyDraft journey, Item item) {
        return journey.touchedUntil() + maxAge >= item.start();
    }

    private @Nullable JourneyDraft byType(Item item, String type, Drafts journeys) {
        TypeRules ofType = definitions.rules(type);
        long activeSince = item.start() - ofType.gap().toMillis();
        long startedSince = item.start() - ofType.maxLength().toMillis();
        for (JourneyDraft journey : journeys.latestFirst(type)) {
            if (journey.activeUntil() < activeSince) {
                return null;
            }
            if (journey.startedAt() >= startedSince && !differs(journey, item)) {
                return journey;
            }
        }
        return null;
    }

    private @Nullable JourneyDraft adopting(Item item, Drafts journeys) {
        if (journeys.begun().isEmpty()) {
            return null;
        }
        JourneyDraft latest = journeys.latestFirst().first();
        boolean adopts = latest.isUnclassified() && inSession(latest, item) && !differs(latest, item);
        return adopts ? latest : null;
    }

    private @Nullable JourneyDraft inSession(Item item, Drafts journeys) {
        for (JourneyDraft journey : journeys.latestFirst()) {
            if (!inSession(journey, item)) {
                return null;
            }
            if (!differs(journey, item)) {
                return journey;
            }
        }
        return null;
    }

    private boolean inSession(JourneyDraft journey, Item item) {
        return item.start() <= journey.activeUntil() + sessionGap;
    }

    private boolean differs(JourneyDraft journey, Item item) {
        return journey.differs(item, rules.distinguish());
    }

    private boolean starts(Item item, @Nullable String type) {
        if (item.isInboundContact()) {
            return true;
        }
        JourneyDefinition definition = type == null ? null : definitions.definition(type);
        return definition != null
                && item.event() instanceof Event.Operational operational
                && definition.startsOn().contains(operational.avro().getOperation());
    }
}
