package io.journeystream.ingest.intake;

import io.journeystream.ingest.events.Parsed;
import io.journeystream.rejects.RejectReason;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent 1.0 around a native event. What the event does not say itself is taken from the envelope: source, eventId
 * (id) and occurredAt (time).
 */
final class CloudEvent {
    private static final Map<String, String> FILLED = Map.of("source", "source", "eventId", "id", "occurredAt", "time");
    private static final List<String> REQUIRED = List.of("id", "source", "type");

    private final Map<?, ?> attributes;
    private final String data;

    /** @param data where the event stands */
    private CloudEvent(Map<?, ?> attributes, String data) {
        this.attributes = attributes;
        this.data = data;
    }

    /** What is inside an envelope, or why it is refused. */
    sealed interface Opened {
        /**
         * A native event.
         *
         * @param pointers where its fields stood in the envelope, if elsewhere than below {@code within}
         */
        record Native(Map<String, Object> json, String within, Map<String, String> pointers) implements Opened {
            /** A pointer into the event as one into the item. */
            String pointer(@Nullable String pointer) {
                return pointers.getOrDefault(pointer, pointer == null ? within : within + pointer);
            }
        }

        record Refused(Parsed.Rejected why) implements Opened {}
    }

    /** Structured mode. */
    static Opened open(@Nullable Object json) {
        return json instanceof Map<?, ?> attributes
                ? new CloudEvent(attributes, "/data").structured()
                : refused("", "a CloudEvent is a JSON object");
    }

    /** Binary mode: attributes from headers, the event from the body. Pointers are those of the same in structured mode. */
    static Opened open(Map<String, String> attributes, @Nullable Object body) {
        CloudEvent envelope = new CloudEvent(attributes, "/data");
        Opened wrong = envelope.wrongAttribute();
        return wrong == null ? envelope.filled(body) : wrong;
    }

    private Opened structured() {
        Opened wrong = wrongAttribute();
        if (wrong != null) {
            return wrong;
        }
        Object base64 = attributes.get("data_base64");
        return base64 == null ? filled(attributes.get("data")) : decoded(base64);
    }

    private @Nullable Opened wrongAttribute() {
        if (!"1.0".equals(attributes.get("specversion"))) {
            return refused("/specversion", "specversion must be \"1.0\"");
        }
        for (String name : REQUIRED) {
            if (!(attributes.get(name) instanceof String text) || text.isBlank()) {
                return refused("/" + name, "a CloudEvent needs " + name + ", a string that is not blank");
            }
        }
        Object type = attributes.get("datacontenttype");
        return type == null || isJson(type)
                ? null
                : refused("/datacontenttype", "datacontenttype must be application/json: data is a native event");
    }

    private static boolean isJson(Object type) {
        String plain = String.valueOf(type).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type instanceof String && (plain.equals("application/json") || plain.endsWith("+json"));
    }

    private Opened decoded(Object base64) {
        if (attributes.get("data") != null) {
            return refused("/data_base64", "data and data_base64 exclude each other");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(String.valueOf(base64));
            return Documents.part(0, bytes, 0, bytes.length, 1) instanceof Item.Read read
                    ? new CloudEvent(attributes, "/data_base64").filled(read.json())
                    : refused("/data_base64", "data_base64 must hold a native event in JSON");
        } catch (IllegalArgumentException e) {
            return refused("/data_base64", "data_base64 is no Base64: " + e.getMessage());
        }
    }

    private Opened filled(@Nullable Object event) {
        if (!(event instanceof Map<?, ?> fields)) {
            return refused(data, "data must be a native event, a JSON object");
        }
        Map<String, Object> json = new LinkedHashMap<>();
        fields.forEach((name, value) -> json.put(String.valueOf(name), value));
        Map<String, String> pointers = new LinkedHashMap<>();
        FILLED.forEach((field, attribute) -> {
            Object value = attributes.get(attribute);
            if (json.get(field) == null && value != null) {
                json.put(field, value);
                pointers.put("/" + field, "/" + attribute);
            }
        });
        return new Opened.Native(json, data, pointers);
    }

    private static Opened.Refused refused(String pointer, String message) {
        return new Opened.Refused(
                new Parsed.Rejected(RejectReason.INVALID, pointer.isEmpty() ? null : pointer, message, null, null));
    }
}
