package io.journeystream.serve.bi.star;

import io.journeystream.journeys.Drivers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Puts a table together, column by column; names, types and comments are those of the fields. */
final class TableBuilder {
    /** The drivers of effort, as records name them. */
    static final List<String> DRIVERS = Drivers.getClassSchema().getFields().stream()
            .map(Schema.Field::name)
            .toList();

    private final String name;
    private final String topic;
    private final Schema whole;
    private final Schema part;
    private final String place;
    private final List<Column> columns = new ArrayList<>();
    private @Nullable Column monthOf;

    private TableBuilder(String name, String topic, Schema whole, Schema part, String place) {
        this.name = name;
        this.topic = topic;
        this.whole = whole;
        this.part = part;
        this.place = place;
    }

    /** A table with a row for each record of a topic. */
    static TableBuilder of(String name, String topic, Schema record) {
        return new TableBuilder(name, topic, record, record, "");
    }

    /** A table with a row for each of what lies in each record at that place. */
    static TableBuilder ofParts(String name, String topic, Schema whole, String place, Schema part) {
        return new TableBuilder(name, topic, whole, part, place + ".");
    }

    /** Fields of what a row tells of, under their own names. */
    TableBuilder fields(String... fields) {
        for (String field : fields) {
            field(snakeCase(field), field);
        }
        return this;
    }

    TableBuilder field(String column, String path) {
        FieldPath found = FieldPath.of(part, path);
        return field(column, Kind.of(found.schema()), found);
    }

    /** A field in a type that keeps less of it. */
    TableBuilder field(String column, Kind kind, String path) {
        FieldPath found = FieldPath.of(part, path);
        return field(column, kind, found);
    }

    private TableBuilder field(String column, Kind kind, FieldPath found) {
        Function<IndexedRecord, @Nullable Object> value = found.taker();
        return add(column, kind, found, place, row -> value.apply(row.record()));
    }

    /** Rates and the like, which hold for their row only: under their names after {@code cell_}. */
    TableBuilder cell(String... fields) {
        for (String field : fields) {
            field("cell_" + snakeCase(field), field);
        }
        return this;
    }

    /** Fields inside a field, under their names after a prefix. */
    TableBuilder prefixed(String prefix, String holder, String... fields) {
        for (String field : fields) {
            field(prefix + snakeCase(field), holder + "." + field);
        }
        return this;
    }

    /** Fields of the whole record, under their own names. */
    TableBuilder allOfWhole(String... fields) {
        for (String field : fields) {
            ofWhole(snakeCase(field), field);
        }
        return this;
    }

    TableBuilder ofWhole(String column, String path) {
        FieldPath found = FieldPath.of(whole, path);
        Function<IndexedRecord, @Nullable Object> value = found.taker();
        return add(column, Kind.of(found.schema()), found, "", row -> value.apply(row.top()));
    }

    /** A field of what the row's own part lies in. */
    TableBuilder ofOuter(String column, Schema outer, String outerPlace, String path) {
        FieldPath found = FieldPath.of(outer, path);
        Function<IndexedRecord, @Nullable Object> value = found.taker();
        return add(
                column,
                Kind.of(found.schema()),
                found,
                outerPlace + ".",
                row -> value.apply(row.outer().record()));
    }

    /** A column that no field holds. */
    TableBuilder own(String column, Kind kind, String comment, Function<Row, @Nullable Object> value) {
        columns.add(new Column(column, kind, kind.sql(), comment, value));
        return this;
    }

    private TableBuilder add(
            String column, Kind kind, FieldPath path, String at, Function<Row, @Nullable Object> value) {
        String comment = path.doc() + " (" + topic + ": " + at + path.name() + ")";
        columns.add(new Column(column, kind, kind.sql(path.schema()), comment, value));
        return this;
    }

    /** Partitioned by the month of that column. */
    TableBuilder byMonthOf(String column) {
        monthOf = columns.stream()
                .filter(each -> each.name().equals(column))
                .findFirst()
                .orElseThrow();
        return this;
    }

    Table build(String comment) {
        return new Table(name, comment, columns, monthOf);
    }

    /** {@code entryChannel} as {@code entry_channel}. */
    static String snakeCase(String name) {
        return name.replaceAll("(?<!^)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
