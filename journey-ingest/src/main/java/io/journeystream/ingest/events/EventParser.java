package io.journeystream.ingest.events;

import static java.util.stream.Collectors.toCollection;

import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.OperationalEvent;
import io.journeystream.events.VocEvent;
import io.journeystream.ingest.identifiers.IdentifierNormaliser;
import io.journeystream.rejects.RejectReason;
import io.journeystream.words.Nearest;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Native JSON (docs/semantics.md, section 1) to events: the one validation and normalisation for HTTP, files and
 * mappings alike. Never throws for bad input; all mistakes of an event are reported together. Knows no clock.
 */
public final class EventParser {
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "channel", fields(ChannelEvent.getClassSchema()),
            "operational", fields(OperationalEvent.getClassSchema()),
            "voc", fields(VocEvent.getClassSchema()));
    private static final List<String> TYPES = List.of("channel", "operational", "voc");

    private final IdentifierNormaliser normaliser;

    public EventParser(IdentifierNormaliser normaliser) {
        this.normaliser = normaliser;
    }

    private static Set<String> fields(Schema schema) {
        Set<String> names =
                schema.getFields().stream().map(Schema.Field::name).collect(toCollection(LinkedHashSet::new));
        names.add("type");
        return Collections.unmodifiableSet(names);
    }

    /**
     * Reads one event.
     *
     * @param json as a JSON library gives it: maps, lists, strings, numbers, booleans, nulls
     */
    public Parsed parse(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> object)) {
            return new Parsed.Rejected(
                    RejectReason.INVALID, null, "an event is a JSON object, was " + Text.quoted(json), null, null);
        }
        Mistakes mistakes = new Mistakes();
        Fields fields = new Fields(object, "", mistakes);
        Set<String> known = FIELDS.get(String.valueOf(fields.value("type")));
        if (known == null) {
            refuseType(fields);
            return rejected(RejectReason.INVALID, mistakes, fields);
        }
        fields.refuseUnknown(known);
        List<Identifier> identifiers = normalised(fields, mistakes);
        Event event = read(fields, identifiers);
        if (mistakes.any()) {
            return rejected(RejectReason.INVALID, mistakes, fields);
        }
        if (identifiers.isEmpty()) {
            mistakes.add("/identifiers", "no identifier is left: none was given, or only placeholders");
            return rejected(RejectReason.NO_IDENTIFIER, mistakes, fields);
        }
        return new Parsed.Accepted(event);
    }

    private static void refuseType(Fields fields) {
        Object type = fields.value("type");
        String known = String.join(", ", Nearest.first(String.valueOf(type), TYPES));
        fields.mistake(
                "type",
                type == null
                        ? "type is required: one of " + known
                        : "type must be one of " + known + ", was " + Text.quoted(type));
    }

    private List<Identifier> normalised(Fields fields, Mistakes mistakes) {
        List<Identifier> given = IdentifierFields.read(fields.value("identifiers"), mistakes);
        return normaliser.normalise(source(fields), given);
    }

    private static String source(Fields fields) {
        return fields.value("source") instanceof CharSequence text ? text.toString() : "";
    }

    private static Event read(Fields fields, List<Identifier> identifiers) {
        return switch (String.valueOf(fields.value("type"))) {
            case "channel" -> new Event.Channel(ChannelFields.read(fields, identifiers));
            case "operational" -> new Event.Operational(OperationalFields.read(fields, identifiers));
            default -> new Event.Voc(VocFields.read(fields, identifiers));
        };
    }

    private static Parsed rejected(RejectReason reason, Mistakes mistakes, Fields fields) {
        return new Parsed.Rejected(
                reason,
                mistakes.pointer(),
                mistakes.message(),
                readable(fields, "source"),
                readable(fields, "eventId"));
    }

    private static @Nullable String readable(Fields fields, String name) {
        return fields.value(name) instanceof CharSequence text && Text.isUnicode(text.toString())
                ? text.toString()
                : null;
    }
}
