package io.journeystream.ingest.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Reads the text of one JSON object. */
final class JsonText {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /** The row that a text is which begins in that line. */
    static Row row(String raw, long line) {
        int malformed = RawText.firstMalformed(raw);
        if (malformed >= 0) {
            return new Row.Unreadable(line, raw, line, malformed + 1L, "holds a byte that is not UTF-8");
        }
        try {
            Map<String, Object> object = MAPPER.readValue(raw, OBJECT);
            return object == null
                    ? Row.Unreadable.whole(line, raw, "a row must be a JSON object, was null")
                    : new Row.Read(line, raw, object);
        } catch (MismatchedInputException e) {
            return Row.Unreadable.whole(line, raw, "a row must be one JSON object, was " + start(raw));
        } catch (JsonProcessingException e) {
            return broken(raw, line, e);
        }
    }

    private static Row broken(String raw, long line, JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String message = "is no JSON: " + e.getOriginalMessage();
        return at == null
                ? Row.Unreadable.whole(line, raw, message)
                : new Row.Unreadable(line, raw, line + at.getLineNr() - 1, (long) at.getColumnNr(), message);
    }

    private static String start(String raw) {
        String text = raw.strip();
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
