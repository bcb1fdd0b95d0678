package io.journeystream.serve.odata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.olingo.server.api.ODataApplicationException;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page begins.
 *
 * @param left rows that the client still wants; -1 for all
 * @param after values of the last row that was given, by the terms of the order
 */
record SkipToken(long left, List<@Nullable Object> after) {
    private static final JsonMapper MAPPER = new JsonMapper();

    String written() {
        ArrayNode json = MAPPER.createArrayNode().add(left);
        for (Object value : after) {
            json.add(value == null ? null : value.toString());
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ODataApplicationException 400 if it was not written here, for the same order */
    static SkipToken read(String text, List<OrderTerm> terms) throws ODataApplicationException {
        try {
            JsonNode json = MAPPER.readTree(Base64.getUrlDecoder().decode(text));
            if (json.size() != terms.size() + 1 || !json.get(0).isIntegralNumber()) {
                throw foreign();
            }
            List<@Nullable Object> after = new ArrayList<>();
            for (int i = 0; i < terms.size(); i++) {
                JsonNode value = json.get(i + 1);
                after.add(value.isNull() ? null : terms.get(i).column().type().parse(value.textValue()));
            }
            return new SkipToken(json.get(0).longValue(), after);
        } catch (JsonProcessingException | RuntimeException e) {
            throw foreign();
        } catch (java.io.IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private static ODataApplicationException foreign() {
        return Refused.wrong("$skiptoken is not one of a link to a next page of this same request");
    }
}
