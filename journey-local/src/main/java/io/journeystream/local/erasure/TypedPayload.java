package io.journeystream.local.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystream.events.Identifier;
import io.journeystream.streams.names.StoredNames.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whom a refused input names as it came to the edge: identifiers of events in native JSON, spelt and hashed as the edge
 * would. Rows of tables and the JSON of other systems say nothing of which of their fields name somebody.
 */
final class TypedPayload {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UnaryOperator<Identifier> spelling;

    /** @param spelling of the edge */
    TypedPayload(UnaryOperator<Identifier> spelling) {
        this.spelling = spelling;
    }

    /** Empty if it is no native event. */
    Optional<List<Named>> names(String contentType, byte[] payload) {
        if (!contentType.toLowerCase(Locale.ROOT).contains("json")) {
            return Optional.empty();
        }
        try {
            JsonNode identifiers = JSON.readTree(payload).path("identifiers");
            return identifiers.isArray() ? Optional.of(names(identifiers)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<Named> names(JsonNode identifiers) {
        List<Named> named = new ArrayList<>();
        for (JsonNode each : identifiers) {
            Identifier written = new Identifier(
                    each.path("type").asText(), each.path("value").asText());
            named.add(Named.of(written, null));
            named.add(Named.of(spelling.apply(written), null));
        }
        return named;
    }
}
