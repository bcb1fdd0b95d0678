package io.journeystream.streams;

import io.journeystream.journeys.Journey;
import io.journeystream.topics.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Journeys as bytes that a broker takes. The model caps contacts and events by number; where they are still too much
 * because each is large, fewer of them are shown, and at last no attributes. The measures are those of all, always.
 */
final class JourneysToFit {
    private static final int LARGEST = 1_000_000;

    private final Serializer<Journey> serializer;

    JourneysToFit(Serializer<Journey> serializer) {
        this.serializer = serializer;
    }

    byte[] serialize(Journey journey) {
        Journey shown = journey;
        byte[] bytes = bytesOf(shown);
        while (bytes.length > LARGEST && isCuttable(shown)) {
            shown = cut(shown);
            bytes = bytesOf(shown);
        }
        return bytes;
    }

    private byte[] bytesOf(Journey journey) {
        return serializer.serialize(Topics.JOURNEYS.name(), journey);
    }

    private static boolean isCuttable(Journey journey) {
        return !journey.getContacts().isEmpty()
                || !journey.getEvents().isEmpty()
                || !journey.getAttributes().isEmpty();
    }

    private static Journey cut(Journey journey) {
        if (journey.getContacts().isEmpty() && journey.getEvents().isEmpty()) {
            return Journey.newBuilder(journey).setAttributes(Map.of()).build();
        }
        var contacts = firstHalf(journey.getContacts());
        var events = firstHalf(journey.getEvents());
        return Journey.newBuilder(journey)
                .setContactsOmitted(
                        journey.getContactsOmitted() + journey.getContacts().size() - contacts.size())
                .setContacts(contacts)
                .setEventsOmitted(
                        journey.getEventsOmitted() + journey.getEvents().size() - events.size())
                .setEvents(events)
                .build();
    }

    private static <T> List<T> firstHalf(List<T> items) {
        return List.copyOf(items.subList(0, items.size() / 2));
    }
}
