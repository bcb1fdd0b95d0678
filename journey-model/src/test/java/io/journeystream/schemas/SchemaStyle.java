package io.journeystream.schemas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.jspecify.annotations.Nullable;

/** What a schema needs besides being valid: a doc wherever a reader could wonder, and room to grow. */
final class SchemaStyle {
    private final List<String> objections = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private SchemaStyle() {}

    static List<String> objections(Schema schema) {
        SchemaStyle style = new SchemaStyle();
        style.visit(schema, schema.getName());
        return style.objections;
    }

    private void visit(Schema schema, String path) {
        switch (schema.getType()) {
            case RECORD -> visitRecord(schema);
            case ENUM -> visitEnum(schema);
            case ARRAY -> visit(schema.getElementType(), path);
            case MAP -> visit(schema.getValueType(), path);
            case UNION -> schema.getTypes().forEach(branch -> visit(branch, path));
            case FLOAT -> objections.add(path + " must be a double: a float cannot hold what we measure");
            default -> {}
        }
    }

    private void visitRecord(Schema schema) {
        if (!seen.add(schema.getFullName())) {
            return;
        }
        needsDoc(schema.getDoc(), schema.getName());
        for (Field field : schema.getFields()) {
            String path = schema.getName() + "." + field.name();
            needsDoc(field.doc(), path);
            visit(field.schema(), path);
        }
    }

    private void visitEnum(Schema schema) {
        if (!seen.add(schema.getFullName())) {
            return;
        }
        needsDoc(schema.getDoc(), schema.getName());
        if (schema.getEnumDefault() == null) {
            objections.add(schema.getName() + " needs a default, for readers that do not know a later symbol");
        }
    }

    private void needsDoc(@Nullable String doc, String path) {
        if (doc == null || doc.isBlank()) {
            objections.add(path + " needs a doc: meaning, unit, what null means");
        }
    }
}
