package io.journeystream.local.rejects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON with a value a line, and a mark at the one that a pointer leads to. */
final class MarkedJson {
    private static final String MARK = "   <-- here";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final @Nullable String marked;
    private final List<String> lines = new ArrayList<>();

    private MarkedJson(@Nullable String marked) {
        this.marked = marked;
    }

    /**
     * The lines; empty if the text is no JSON object or array.
     *
     * @param pointer what to mark; null: nothing
     */
    static Optional<List<String>> lines(String text, @Nullable String pointer) {
        try {
            JsonNode node = JSON.readTree(text);
            if (!node.isContainerNode()) {
                return Optional.empty();
            }
            MarkedJson json = new MarkedJson(pointer);
            json.value("", "", "", node, "");
            return Optional.of(json.lines);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private void value(String indent, String name, String pointer, JsonNode node, String comma) {
        String mark = pointer.equals(marked) ? MARK : "";
        if (node.isEmpty()) {
            lines.add(indent + name + node + comma + mark);
            return;
        }
        lines.add(indent + name + (node.isObject() ? "{" : "[") + mark);
        if (node.isObject()) {
            fields(indent + "  ", pointer, node);
        } else {
            items(indent + "  ", pointer, node);
        }
        lines.add(indent + (node.isObject() ? "}" : "]") + comma);
    }

    private void fields(String indent, String pointer, JsonNode object) {
        Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            String step = "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            String name = JSON.getNodeFactory().textNode(field.getKey()) + ": ";
            value(indent, name, pointer + step, field.getValue(), fields.hasNext() ? "," : "");
        }
    }

    private void items(String indent, String pointer, JsonNode array) {
        for (int i = 0; i < array.size(); i++) {
            value(indent, "", pointer + "/" + i, array.get(i), i < array.size() - 1 ? "," : "");
        }
    }
}
