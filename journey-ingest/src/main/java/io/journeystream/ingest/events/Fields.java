package io.journeystream.ingest.events;

import io.journeystream.words.Nearest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, read strictly: a wrong type, a missing or an unknown field is a mistake, remembered,
 * and a stand-in is returned. JSON null means that the field is absent; so does blank text where text is optional.
 */
final class Fields {
    private static final double LARGEST_EXACT = 9_007_199_254_740_992d;

    private final Map<?, ?> given;
    private final String pointer;
    private final Mistakes mistakes;

    Fields(Map<?, ?> given, String pointer, Mistakes mistakes) {
        this.given = given;
        this.pointer = pointer;
        this.mistakes = mistakes;
    }

    @Nullable
    Object value(String name) {
        return given.get(name);
    }

    void mistake(String name, String message) {
        mistakes.add(pointer + Text.step(name), message);
    }

    private void wrong(String name, String expected, @Nullable Object value) {
        mistake(name, name + " must be " + expected + ", was " + Text.quoted(value));
    }

    /** A misspelt field that is silently dropped would be a wrong number later. */
    void refuseUnknown(Set<String> known) {
        for (Object key : given.keySet()) {
            String name = String.valueOf(key);
            if (!known.contains(name)) {
                String hint = Nearest.to(name, known)
                        .map(meant -> "did you mean " + meant + "?")
                        .orElseGet(() -> "known are " + String.join(", ", known));
                mistake(name, "unknown field " + Text.quoted(name) + "; " + hint);
            }
        }
    }

    String requiredText(String name) {
        String text = text(name);
        if (text != null) {
            return text;
        }
        Object value = value(name);
        if (value == null) {
            mistake(name, name + " is required");
        } else if (value instanceof CharSequence) {
            mistake(name, name + " is required and must not be blank");
        }
        return "";
    }

    @Nullable
    String text(String name) {
        Object value = value(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof CharSequence)) {
            wrong(name, "a string", value);
            return null;
        }
        String text = value.toString();
        if (!Text.isUnicode(text)) {
            mistake(name, name + " holds half a surrogate pair, which is no character");
        }
        return text.isBlank() ? null : text;
    }

    long whole(String name, long absent) {
        Long whole = whole(name);
        return whole == null ? absent : whole;
    }

    @Nullable
    Long whole(String name) {
        Object value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT) {
                return (long) number;
            }
        }
        wrong(name, "a whole number within 64 bits", value);
        return null;
    }

    @Nullable
    Double number(String name) {
        Object value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        wrong(name, "a finite number", value);
        return null;
    }

    @Nullable
    Boolean truth(String name) {
        Object value = value(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        wrong(name, "true or false", value);
        return null;
    }

    <E extends Enum<E>> E requiredSymbol(String name, Class<E> type) {
        if (value(name) == null) {
            mistake(name, name + " is required: one of " + String.join(", ", symbols(type)));
        }
        return symbol(name, type, type.getEnumConstants()[0]);
    }

    <E extends Enum<E>> E symbol(String name, Class<E> type, E absent) {
        Object value = value(name);
        if (value == null) {
            return absent;
        }
        for (E symbol : type.getEnumConstants()) {
            if (symbol.name().contentEquals(String.valueOf(value))) {
                return symbol;
            }
        }
        List<String> known = Nearest.first(String.valueOf(value), symbols(type));
        wrong(name, "one of " + String.join(", ", known), value);
        return absent;
    }

    private static <E extends Enum<E>> List<String> symbols(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    /** A map of strings; an entry that is null is absent. */
    Map<String, String> texts(String name) {
        Object value = value(name);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> entries)) {
            wrong(name, "an object of strings", value);
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            addText(name, String.valueOf(entry.getKey()), entry.getValue(), texts);
        }
        return texts;
    }

    private void addText(String name, String key, @Nullable Object value, Map<String, String> texts) {
        if (value == null) {
            return;
        }
        if (value instanceof CharSequence && Text.isUnicode(key) && Text.isUnicode(value.toString())) {
            texts.put(key, value.toString());
            return;
        }
        mistakes.add(
                pointer + Text.step(name) + Text.step(key),
                name + "." + key + " must be a string, was " + Text.quoted(value));
    }
}
