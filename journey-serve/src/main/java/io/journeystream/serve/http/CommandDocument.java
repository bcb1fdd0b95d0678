package io.journeystream.serve.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.runtime.http.Problem;
import io.journeystream.runtime.http.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The body of a request with a command: one JSON object. */
final class CommandDocument {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CommandDocument() {}

    /** @throws Refusal 400 if it is another */
    static ObjectNode read(byte[] body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            if (json instanceof ObjectNode object) {
                return object;
            }
            throw new Refusal(Problem.of(
                    400,
                    "Bad Request",
                    json == null || json.isMissingNode()
                            ? "the body is empty; it should be a JSON object"
                            : "the body should be a JSON object"));
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    private static Refusal malformed(JsonProcessingException e) {
        JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        int line = Math.max(1, at.getLineNr());
        int column = Math.max(1, at.getColumnNr());
        String words = e.getOriginalMessage().replaceAll("(?s) \\(start marker at .*", "");
        return new Refusal(Problem.of(400, "Malformed JSON", "line " + line + ", column " + column + ": " + words)
                .with("line", line)
                .with("column", column));
    }
}
