package io.journeystream.local.output;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * An Avro record as one row of text: a field each, those of records within as {@code outer.inner}. A list of records that
 * always has the same items is as many records, {@code list.1.inner} and so on; other lists are left out. Null is empty,
 * instants are ISO 8601 in UTC, numbers plain. Knows no particular record.
 */
public final class FlatRecord {
    private final List<Field> fields = new ArrayList<>();
    private final FixedList fixed;

    /** A list that always has so many items, wherever it is. */
    public record FixedList(String name, int items) {
        /** There is none. */
        public static final FixedList NONE = new FixedList("", 0);
    }

    private record Field(String name, Function<IndexedRecord, @Nullable Object> value) {}

    /**
     * The fields of records of a schema.
     *
     * @param leftOut fields of the record itself that are left out
     */
    public FlatRecord(Schema schema, Set<String> leftOut, FixedList fixed) {
        this.fixed = fixed;
        for (Schema.Field field : schema.getFields()) {
            if (!leftOut.contains(field.name())) {
                add("", field, record -> record);
            }
        }
    }

    private void add(String prefix, Schema.Field field, Function<IndexedRecord, @Nullable Object> outer) {
        String name = prefix + field.name();
        Function<IndexedRecord, @Nullable Object> value = record -> inner(outer.apply(record), field.pos());
        switch (field.schema().getType()) {
            case RECORD -> addAll(name, field.schema(), value);
            case ARRAY -> addItems(name, field, value);
            default -> fields.add(new Field(name, value));
        }
    }

    private void addItems(String name, Schema.Field list, Function<IndexedRecord, @Nullable Object> value) {
        for (int i = 0; list.name().equals(fixed.name()) && i < fixed.items(); i++) {
            int place = i;
            addAll(name + "." + (i + 1), list.schema().getElementType(), record -> item(value.apply(record), place));
        }
    }

    private void addAll(String name, Schema schema, Function<IndexedRecord, @Nullable Object> record) {
        schema.getFields().forEach(field -> add(name + ".", field, record));
    }

    private static @Nullable Object inner(@Nullable Object record, int place) {
        return record instanceof IndexedRecord indexed ? indexed.get(place) : null;
    }

    private static @Nullable Object item(@Nullable Object list, int place) {
        return list instanceof List<?> items && place < items.size() ? items.get(place) : null;
    }

    /** The names of the fields. */
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /** The values of a record, in the same order. */
    public List<String> values(IndexedRecord record) {
        return fields.stream().map(field -> text(field.value().apply(record))).toList();
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Double number) {
            return text(BigDecimal.valueOf(number));
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }
}
