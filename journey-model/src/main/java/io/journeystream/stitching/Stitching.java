package io.journeystream.stitching;

import io.journeystream.contacts.Contact;
import io.journeystream.contacts.Contacts;
import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.JourneyDefinition;
import io.journeystream.definitions.StitchingRules;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Event;
import io.journeystream.events.Operation;
import io.journeystream.identity.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One customer's events in, its journeys out (docs/semantics.md, section 5). */
public final class Stitching {
    private final Definitions definitions;
    private final StitchingRules rules;
    private final Contacts contacts;

    public Stitching(Definitions definitions) {
        this.definitions = definitions;
        this.rules = definitions.stitching();
        this.contacts = new Contacts(definitions);
    }

    /** The customer's journeys, in the order in which they were begun. */
    public List<StitchedJourney> of(Customer customer) {
        List<Item> items = itemsOf(customer);
        List<JourneyDraft> journeys = new ArrayList<>();
        List<Item> context = new ArrayList<>();
        for (Item item : items) {
            if (item.kind() != Item.Kind.VOC && !place(item, journeys)) {
                context.add(item);
            }
        }
        context.forEach(item -> joinLate(item, journeys));
        new VocJoin(rules, journeys).join(items);
        return journeys.stream().map(StitchedJourney::of).toList();
    }

    private List<Item> itemsOf(Customer customer) {
        List<ChannelEvent> channelEvents = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (Event event : customer.events()) {
            if (event instanceof Event.Channel channel) {
                channelEvents.add(channel.avro());
            } else {
                items.add(Item.of(event));
            }
        }
        for (Contact contact : contacts.of(channelEvents)) {
            items.add(Item.of(contact));
        }
        items.sort(Item.ORDER);
        return items;
    }

    /** Rules 1 to 5; false if none of them gives the item a journey. */
    private boolean place(Item item, List<JourneyDraft> journeys) {
        String type = definitions.typeOf(item.intent());
        JourneyDraft journey = find(item, type, journeys);
        if (journey != null) {
            journey.join(item, type);
            return true;
        }
        if (!starts(item, type)) {
            return false;
        }
        String own = type != null ? type : Definitions.UNCLASSIFIED;
        journeys.add(new JourneyDraft(item, own, journeys.size()));
        return true;
    }

    private @Nullable JourneyDraft find(Item item, @Nullable String type, List<JourneyDraft> journeys) {
        JourneyDraft byReference = latest(journeys, journey -> byReference(journey, item));
        if (byReference != null) {
            return byReference;
        }
        JourneyDraft byType = type == null ? null : latest(journeys, journey -> byType(journey, item, type));
        if (byType != null || !item.isInboundContact()) {
            return byType;
        }
        return type == null ? latest(journeys, journey -> inSession(journey, item)) : adopting(item, journeys);
    }

    private boolean byReference(JourneyDraft journey, Item item) {
        return journey.touchedUntil() + rules.maxAge().toMillis() >= item.start()
                && journey.shares(item, rules.correlate());
    }

    private boolean byType(JourneyDraft journey, Item item, String type) {
        return journey.type().equals(type)
                && item.start()
                        <= journey.activeUntil() + definitions.rules(type).gap().toMillis()
                && item.start()
                        <= journey.startedAt()
                                + definitions.rules(type).maxLength().toMillis()
                && !journey.differs(item, rules.distinguish());
    }

    private @Nullable JourneyDraft adopting(Item item, List<JourneyDraft> journeys) {
        JourneyDraft latest = latest(journeys, journey -> true);
        return latest != null && latest.isUnclassified() && inSession(latest, item) ? latest : null;
    }

    private boolean inSession(JourneyDraft journey, Item item) {
        return item.start() <= journey.activeUntil() + rules.sessionGap().toMillis()
                && !journey.differs(item, rules.distinguish());
    }

    private boolean starts(Item item, @Nullable String type) {
        if (item.isInboundContact()) {
            return true;
        }
        JourneyDefinition definition = definitions.definition(type != null ? type : Definitions.UNCLASSIFIED);
        return definition != null
                && item.event() instanceof Event.Operational operational
                && startsOn(definition, operational.avro().getOperation());
    }

    private static boolean startsOn(JourneyDefinition definition, Operation operation) {
        return definition.startsOn().contains(operation);
    }

    /** Rule 6: context joins the journey begun first among those it shares a reference with. */
    private void joinLate(Item item, List<JourneyDraft> journeys) {
        if (item.kind() != Item.Kind.OPERATIONAL) {
            return;
        }
        long maxAge = rules.maxAge().toMillis();
        for (JourneyDraft journey : journeys) {
            if (journey.startedAt() <= item.start() + maxAge
                    && journey.touchedUntil() + maxAge >= item.start()
                    && journey.shares(item, rules.correlate())) {
                journey.joinLate(item);
                return;
            }
        }
    }

    private static @Nullable JourneyDraft latest(List<JourneyDraft> journeys, Predicate<JourneyDraft> eligible) {
        JourneyDraft latest = null;
        for (JourneyDraft journey : journeys) {
            if ((latest == null || journey.isLaterThan(latest)) && eligible.test(journey)) {
                latest = journey;
            }
        }
        return latest;
    }
}
