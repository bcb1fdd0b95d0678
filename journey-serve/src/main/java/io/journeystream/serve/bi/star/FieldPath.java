package io.journeystream.serve.bi.star;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * The way to a value inside a record, such as {@code switches.forced}; {@code byChannelCount.2.cost} takes the second of
 * a list, {@code effortHistogram.count} that field of each of a list.
 *
 * @param schema of the value, without null; of a list of values that of the list
 * @param doc what the schema says of the fields on the way
 */
record FieldPath(String name, List<Step> steps, Schema schema, String doc) {

    /**
     * One step of the way; what it stands on is known beforehand, so that a row costs no question.
     *
     * @param place of a field, or of an element of a list
     */
    private record Step(On on, int place) {
        private enum On {
            RECORD,
            LIST,
            EACH_OF_LIST
        }

        @Nullable
        Object take(Object from) {
            return switch (on) {
                case RECORD -> ((SpecificRecordBase) from).get(place);
                case LIST -> ((List<?>) from).get(place);
                case EACH_OF_LIST ->
                    ((List<?>) from)
                            .stream()
                                    .map(each -> ((SpecificRecordBase) each).get(place))
                                    .toList();
            };
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
                steps.add(new Step(Step.On.LIST, Integer.parseInt(part) - 1));
                docs.add("For " + part + ":");
                schema = present(schema.getElementType());
                continue;
            }
            boolean ofEach = schema.getType() == Schema.Type.ARRAY;
            each |= ofEach;
            Schema holder = ofEach ? present(schema.getElementType()) : schema;
            Schema.Field field = field(holder, part, path);
            steps.add(new Step(ofEach ? Step.On.EACH_OF_LIST : Step.On.RECORD, field.pos()));
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

    /** Takes the value; null if it, or anything on the way, is null. */
    Function<IndexedRecord, @Nullable Object> taker() {
        if (steps.size() == 1 && steps.get(0).on() == Step.On.RECORD) {
            int place = steps.get(0).place();
            return record -> record.get(place);
        }
        Step[] way = steps.toArray(Step[]::new);
        return record -> {
            Object value = record;
            for (int step = 0; step < way.length && value != null; step++) {
                value = way[step].take(value);
            }
            return value;
        };
    }
}
