package io.journeystream.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.jspecify.annotations.Nullable;

/** Avro schemas on their way to and from a registry. */
public final class AvroSchemas {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String JAVA_STRING = "avro.java.string";

    private AvroSchemas() {}

    /**
     * The schema as the contract states it: as the generated class has it, without the notes on Java types that the
     * generator adds, which mean nothing to readers in other languages.
     */
    public static Schema published(Schema generated) {
        try {
            return parse(plain(JSON.readTree(generated.toString())).toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro printed a schema that is no JSON: " + generated, e);
        }
    }

    private static JsonNode plain(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, plain(array.get(i)));
            }
        } else if (node instanceof ObjectNode object) {
            object.remove(JAVA_STRING);
            object.properties().forEach(property -> property.setValue(plain(property.getValue())));
            if (object.size() == 1 && "string".equals(object.path("type").asText())) {
                return TextNode.valueOf("string");
            }
        }
        return node;
    }

    /**
     * Reads a schema that somebody else may have written: names are not held to Avro's rules.
     *
     * @throws SchemaParseException if it is no Avro schema
     */
    public static Schema parse(String text) {
        return new Schema.Parser(NameValidator.NO_VALIDATION)
                .setValidateDefaults(false)
                .parse(text);
    }

    /**
     * What can be made of a registry's answer.
     *
     * @param type null for Avro, which registries need not say
     * @param hasReferences whether the text refers to other subjects
     */
    static SchemaById usable(String text, @Nullable String type, boolean hasReferences) {
        if (type != null && !"AVRO".equals(type)) {
            return new SchemaById.Unusable("its schema is " + type + ", not Avro");
        }
        if (hasReferences) {
            return new SchemaById.Unusable("its schema refers to other subjects, which is not supported");
        }
        try {
            return new SchemaById.Known(parse(text));
        } catch (AvroRuntimeException e) {
            return new SchemaById.Unusable("its schema cannot be parsed: " + e.getMessage());
        }
    }

    /** The schema, where one that cannot be used helps nobody. */
    static Schema required(SchemaById found, String what) {
        if (found instanceof SchemaById.Known known) {
            return known.schema();
        }
        String why = found instanceof SchemaById.Unusable unusable ? unusable.why() : "there is none";
        throw new RegistryRefused(what + " cannot be used: " + why);
    }
}
