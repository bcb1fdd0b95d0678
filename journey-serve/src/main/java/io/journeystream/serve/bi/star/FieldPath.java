package io.journeystream.serve.bi.star;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * The way to a value inside a record, such as {@code switches.forced}; {@code byChannelCount.2.cost} takes the second of
 * a list, {@code effortHistogram.count} that field of each of a list.
 *
 * @param schema of the value, without null; of a list of values that of the list
 * @param doc what the schema says of the fields on the way
 */
record FieldPath(String name, List<Step> steps, Schema schema, String doc) {

    private record Step(int field, int element) {
        private static final int NONE = -1;

        static Step field(int position) {
            return new Step(position, NONE);
        }

        static Step element(int number) {
            return new Step(NONE, number - 1);
        }

        @Nullable
        Object take(Object from) {
            if (element != NONE) {
                return ((List<?>) from).get(element);
            }
            if (from instanceof List<?> list) {
                return list.stream()
                        .map(each -> ((IndexedRecord) each).get(field))
                        .toList();
            }
            return ((IndexedRecord) from).get(field);
        }
    }

    /**
     * Finds the way.
     *
     * @throws IllegalArgumentException if the record has no such field
     */
    static FieldPath of(Schema record, String path) {
        List<Step> steps = new ArrayList<>();
        List<String> docs = new ArrayList<>();
        Schema schema = record;
        boolean each = false;
        for (String part : List.of(path.split("\\.", -1))) {
            if (Character.isDigit(part.charAt(0))) {
                steps.add(Step.element(Integer.parseInt(part)));
                docs.add("For " + part + ":");
                schema = present(schema.getElementType());
                continue;
            }
            each |= schema.getType() == Schema.Type.ARRAY;
            Schema holder = schema.getType() == Schema.Type.ARRAY ? present(schema.getElementType()) : schema;
            Schema.Field field = field(holder, part, path);
            steps.add(Step.field(field.pos()));
            docs.add(field.doc());
            schema = present(field.schema());
        }
        return new FieldPath(
                path, List.copyOf(steps), each ? Schema.createArray(schema) : schema, String.join(" ", docs));
    }

    private static Schema.Field field(Schema record, String name, String path) {
        Schema.Field field = record.getField(name);
        if (field == null) {
            throw new IllegalArgumentException(record.getFullName() + " has no field " + name + " (" + path + ")");
        }
        return field;
    }

    private static Schema present(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }

    /** The value; null if it, or anything on the way, is null. */
    @Nullable
    Object in(IndexedRecord record) {
        Object value = record;
        for (Step step : steps) {
            if (value == null) {
                return null;
            }
            value = step.take(value);
        }
        return value;
    }
}
