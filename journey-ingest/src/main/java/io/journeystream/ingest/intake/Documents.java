package io.journeystream.ingest.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** JSON documents: one value, or an array whose elements are read one by one. A name that comes twice is malformed. */
final class Documents {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .build();

    private Documents() {}

    /** @param apart whether the elements of an array are items each; else it is one item like any other value */
    static @Nullable Malformed read(byte[] body, boolean apart, Consumer<Item> items) {
        try (JsonParser parser = MAPPER.createParser(body, mark(body), body.length - mark(body))) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new Malformed("the body is empty", 1, 1);
            }
            if (apart && first == JsonToken.START_ARRAY) {
                for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                    items.accept(item(i, parser, body));
                }
            } else {
                items.accept(item(0, parser, body));
            }
            return parser.nextToken() == null ? null : moreFollows(parser.currentTokenLocation());
        } catch (JsonProcessingException e) {
            return malformed(e, 1);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    /**
     * The value of a part of a body.
     *
     * @param line the line of the body in which it is
     * @return an unreadable item if it is no JSON
     */
    static Item part(int index, byte[] body, int from, int to, long line) {
        ByteBuffer raw = ByteBuffer.wrap(body, from, to - from);
        try (JsonParser parser = MAPPER.createParser(body, from, to - from)) {
            parser.nextToken();
            Object json = MAPPER.readValue(parser, Object.class);
            return parser.nextToken() == null
                    ? new Item.Read(index, raw, json)
                    : new Item.Unreadable(
                            index, raw, new Malformed("more follows in the same line", line, column(parser)));
        } catch (JsonProcessingException e) {
            return new Item.Unreadable(index, raw, malformed(e, line));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    private static long column(JsonParser parser) {
        return parser.currentTokenLocation().getColumnNr();
    }

    private static Item item(int index, JsonParser parser, byte[] body) throws IOException {
        int mark = mark(body);
        int start = mark + (int) parser.currentTokenLocation().getByteOffset();
        Object json = MAPPER.readValue(parser, Object.class);
        int end = mark + (int) parser.currentLocation().getByteOffset();
        return new Item.Read(index, ByteBuffer.wrap(body, start, end - start), json);
    }

    private static Malformed moreFollows(JsonLocation at) {
        return new Malformed(
                "more follows after the first JSON value; several events are an array, or application/x-ndjson",
                at.getLineNr(),
                at.getColumnNr());
    }

    private static Malformed malformed(JsonProcessingException e, long firstLine) {
        JsonLocation at = e.getLocation();
        return at == null
                ? new Malformed(e.getOriginalMessage(), firstLine, 1)
                : new Malformed(e.getOriginalMessage(), firstLine - 1 + at.getLineNr(), at.getColumnNr());
    }

    /** Length of the byte order mark that some write before UTF-8. */
    static int mark(byte[] body) {
        return body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF ? 3 : 0;
    }
}
