package io.journeystream.serve.verification;

import io.journeystream.definitions.Definitions;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.Journeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The journeys that the input gives, by all that is known of how far time has come. */
final class ComputedJourneys {
    /** Tells of a journey's past, which the input does not. */
    static final Set<String> HISTORY = Set.of("corrected", "cause", "supersededBy", "definitionsVersion");

    private final EvidenceGraph evidence;
    private final Definitions definitions;
    private final Watermarks watermarks;
    private final Map<String, Journey> atTheLatest;
    private @Nullable Map<String, Journey> atTheEarliest;

    ComputedJourneys(EvidenceGraph evidence, Definitions definitions, Watermarks watermarks) {
        this.evidence = evidence;
        this.definitions = definitions;
        this.watermarks = watermarks;
        this.atTheLatest = at(watermarks.highest());
    }

    private Map<String, Journey> at(long watermark) {
        Map<String, Journey> journeys = new HashMap<>();
        new Journeys(definitions)
                .of(evidence, watermark)
                .forEach(computed -> journeys.put(computed.journey().getJourneyId(), computed.journey()));
        return journeys;
    }

    Map<String, Journey> all() {
        return atTheLatest;
    }

    /** How a journey differs from what is computed of it. All that time alone can change of it is its maturity. */
    List<String> differences(Journey published, Journey computed) {
        List<String> differences = between(published, computed);
        if (differences.isEmpty() || watermarks.lowest() == watermarks.highest()) {
            return differences;
        }
        if (atTheEarliest == null) {
            atTheEarliest = at(watermarks.lowest());
        }
        Journey earlier = atTheEarliest.get(published.getJourneyId());
        return earlier == null || !between(published, earlier).isEmpty() ? differences : List.of();
    }

    private static List<String> between(Journey published, Journey computed) {
        return RecordDifferences.between(published, asFarAsShown(computed, published), HISTORY);
    }

    /** A record that would be too large for Kafka shows fewer contacts, events and attributes; its measures count all. */
    private static Journey asFarAsShown(Journey computed, Journey published) {
        int contacts = published.getContacts().size();
        int events = published.getEvents().size();
        if (contacts >= computed.getContacts().size()
                && events >= computed.getEvents().size()) {
            return computed;
        }
        boolean cutBare = contacts + events == 0 && published.getAttributes().isEmpty();
        return Journey.newBuilder(computed)
                .setContactsOmitted(
                        computed.getContactsOmitted() + computed.getContacts().size() - contacts)
                .setContacts(first(contacts, computed.getContacts()))
                .setEventsOmitted(
                        computed.getEventsOmitted() + computed.getEvents().size() - events)
                .setEvents(first(events, computed.getEvents()))
                .setAttributes(cutBare ? Map.of() : computed.getAttributes())
                .build();
    }

    private static <T> List<T> first(int number, List<T> items) {
        return items.subList(0, Math.min(number, items.size()));
    }
}
