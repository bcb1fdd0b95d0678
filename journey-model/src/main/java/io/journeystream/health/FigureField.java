package io.journeystream.health;

import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure stands in the record of figures: the field of its name, or with {@code a.b} the field b of record a.
 *
 * @param within place of the record that it is in; -1 for the record itself
 */
record FigureField(int within, int place, boolean isDecimal) {
    private static final Map<Figure, FigureField> ALL = new EnumMap<>(Figure.class);

    static {
        for (Figure figure : Figure.values()) {
            FigureField field = find(figure.toString());
            if (field != null) {
                ALL.put(figure, field);
            }
        }
    }

    /** Null for a figure that has no field of its own. */
    static @Nullable FigureField of(Figure figure) {
        return ALL.get(figure);
    }

    private static @Nullable FigureField find(String name) {
        Schema record = HealthFigures.getClassSchema();
        int dot = name.indexOf('.');
        if (dot < 0) {
            return of(-1, record.getField(name));
        }
        Schema.Field outer = record.getField(name.substring(0, dot));
        boolean isRecord = outer != null && outer.schema().getType() == Schema.Type.RECORD;
        return isRecord ? of(outer.pos(), outer.schema().getField(name.substring(dot + 1))) : null;
    }

    private static @Nullable FigureField of(int within, Schema.@Nullable Field field) {
        return field == null
                ? null
                : new FigureField(within, field.pos(), field.schema().getType() == Schema.Type.BYTES);
    }

    void put(HealthFigures figures, Figure figure, long units) {
        Object value = isDecimal ? (Object) figure.decimal(units) : (Object) units;
        if (within < 0) {
            figures.put(place, value);
        } else {
            within(figures).put(place, value);
        }
    }

    private IndexedRecord within(HealthFigures figures) {
        IndexedRecord record = (IndexedRecord) figures.get(within);
        if (record == null) {
            Schema schema =
                    HealthFigures.getClassSchema().getFields().get(within).schema();
            record = (IndexedRecord) SpecificData.get().newRecord(null, schema);
            figures.put(within, record);
        }
        return record;
    }
}
