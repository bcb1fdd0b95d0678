package io.journeystream.serve.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.words.Nearest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The fields of one JSON object, read strictly: whatever is wrong is remembered. Null means that a field is absent. */
final class CommandFields {
    private final ObjectNode given;
    private final Mistakes mistakes;

    CommandFields(ObjectNode given, Mistakes mistakes) {
        this.given = given;
        this.mistakes = mistakes;
    }

    void mistake(String name, String message) {
        mistakes.add("/" + name.replace("~", "~0").replace("/", "~1"), message);
    }

    /** A misspelt field that is silently dropped would be another command. */
    void refuseUnknown(Set<String> known) {
        given.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String hint = Nearest.to(name, known)
                        .map(meant -> "did you mean " + meant + "?")
                        .orElseGet(() -> "known are " + String.join(", ", new TreeSet<>(known)));
                mistake(name, "unknown field " + name + "; " + hint);
            }
        });
    }

    boolean has(String name) {
        return given.hasNonNull(name);
    }

    /** Text; empty if it is absent, or wrong, which was told. */
    Optional<String> text(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = given.get(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            mistake(name, name + " must be a string that is not blank, was " + value);
            return Optional.empty();
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value.textValue())) {
            mistake(name, name + " holds half a surrogate pair, which is no character");
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    boolean truth(String name) {
        if (has(name) && !given.get(name).isBoolean()) {
            mistake(name, name + " must be true or false, was " + given.get(name));
        }
        return given.path(name).asBoolean(false);
    }

    /** One of these; empty if it is absent, or wrong, which was told. */
    Optional<String> oneOf(String name, List<String> words) {
        Optional<String> text = text(name);
        if (text.isPresent() && !words.contains(text.get())) {
            mistake(name, name + " must be one of " + String.join(", ", words) + ", was \"" + text.get() + "\"");
            return Optional.empty();
        }
        return text;
    }

    /** An instant as ISO-8601 text or epoch milliseconds; empty if it is absent, or wrong, which was told. */
    Optional<Instant> instant(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = given.get(name);
        try {
            if (value.canConvertToLong() && value.isIntegralNumber()) {
                return Optional.of(Instant.ofEpochMilli(value.longValue()));
            }
            return Optional.of(Instant.parse(value.asText()));
        } catch (DateTimeException e) {
            mistake(
                    name,
                    name + " must be an instant such as 2026-03-01T00:00:00Z, or epoch milliseconds, was " + value);
            return Optional.empty();
        }
    }
}
