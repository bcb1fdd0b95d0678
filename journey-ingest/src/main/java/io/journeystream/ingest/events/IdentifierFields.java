package io.journeystream.ingest.events;

import io.journeystream.events.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code identifiers}. One without a value is an empty placeholder and left out, as an export's gaps are. */
final class IdentifierFields {
    private static final String FIELD = "identifiers";
    private static final Set<String> KNOWN = Set.of("type", "value");

    private IdentifierFields() {}

    static List<Identifier> read(@Nullable Object value, Mistakes mistakes) {
        if (value == null) {
            mistakes.add("/" + FIELD, FIELD + " is required: a list of {\"type\": ..., \"value\": ...}");
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            mistakes.add("/" + FIELD, FIELD + " must be a list of objects, was " + Text.quoted(value));
            return List.of();
        }
        List<Identifier> identifiers = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            readOne(list.get(i), "/" + FIELD + "/" + i, mistakes, identifiers);
        }
        return identifiers;
    }

    private static void readOne(
            @Nullable Object item, String pointer, Mistakes mistakes, List<Identifier> identifiers) {
        if (!(item instanceof Map<?, ?> object)) {
            mistakes.add(pointer, "an identifier is an object {\"type\", \"value\"}, was " + Text.quoted(item));
            return;
        }
        Fields fields = new Fields(object, pointer, mistakes);
        fields.refuseUnknown(KNOWN);
        String type = fields.requiredText("type").strip();
        String value = fields.text("value");
        if (value != null) {
            identifiers.add(new Identifier(type, value));
        }
    }
}
