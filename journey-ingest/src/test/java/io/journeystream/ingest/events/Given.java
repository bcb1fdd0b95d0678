package io.journeystream.ingest.events;

import io.journeystream.ingest.identifiers.IdentifierNormaliser;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as sources give them. */
final class Given {
    static final EventParser PARSER = new EventParser(new IdentifierNormaliser(IdentifierSettings.STANDARD));

    private Given() {}

    static Map<String, Object> call() {
        Map<String, Object> call = event("channel");
        call.put("channel", "phone");
        call.put("contactId", "k1");
        call.put("action", "CONNECTED");
        return call;
    }

    static Map<String, Object> survey(String instrument) {
        Map<String, Object> survey = event("voc");
        survey.put("instrument", instrument);
        return survey;
    }

    static Map<String, Object> operation(String operation) {
        Map<String, Object> event = event("operational");
        event.put("operation", operation);
        return event;
    }

    private static Map<String, Object> event(String type) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.put("source", "acd");
        event.put("eventId", "e1");
        event.put("occurredAt", "2026-01-05T09:00:00Z");
        event.put("identifiers", List.of(Map.of("type", "account", "value", "a1")));
        return event;
    }

    @SuppressWarnings("NullAway") // null is one of the values that JSON has
    static Map<String, Object> with(Map<String, Object> event, String field, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(event);
        changed.put(field, value);
        return changed;
    }

    static Map<String, Object> without(Map<String, Object> event, String field) {
        Map<String, Object> changed = new LinkedHashMap<>(event);
        changed.remove(field);
        return changed;
    }
}
