package io.journeystream.ingest.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Writes an event as native JSON: what {@link EventParser} reads. */
public final class EventJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private EventJson() {}

    /** The event as JSON text in UTF-8. */
    public static byte[] bytes(Event event) {
        try {
            return MAPPER.writeValueAsBytes(of(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings and numbers can be written as JSON", e);
        }
    }

    /** The event as a JSON object, instants as epoch milliseconds, absent fields left out. */
    public static Map<String, Object> of(Event event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", type(event));
        IndexedRecord record = avro(event);
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null) {
                json.put(field.name(), plain(value));
            }
        }
        return json;
    }

    private static String type(Event event) {
        if (event instanceof Event.Channel) {
            return "channel";
        }
        return event instanceof Event.Operational ? "operational" : "voc";
    }

    private static IndexedRecord avro(Event event) {
        if (event instanceof Event.Channel channel) {
            return channel.avro();
        }
        return event instanceof Event.Operational operational ? operational.avro() : ((Event.Voc) event).avro();
    }

    private static Object plain(Object value) {
        if (value instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        if (value instanceof Enum<?> symbol) {
            return symbol.name();
        }
        if (value instanceof Identifier identifier) {
            return Map.of("type", identifier.getType(), "value", identifier.getValue());
        }
        return value instanceof List<?> list
                ? list.stream().map(EventJson::plain).toList()
                : value;
    }
}
