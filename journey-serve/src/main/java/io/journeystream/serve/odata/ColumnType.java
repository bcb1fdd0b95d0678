package io.journeystream.serve.odata;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;
import org.jspecify.annotations.Nullable;

/** What a column holds: in PostgreSQL, in OData, and in between. */
public enum ColumnType {
    TEXT(EdmPrimitiveTypeKind.String, String.class, "text varchar bpchar"),
    SHORT(EdmPrimitiveTypeKind.Int16, Short.class, "int2"),
    INT(EdmPrimitiveTypeKind.Int32, Integer.class, "int4"),
    LONG(EdmPrimitiveTypeKind.Int64, Long.class, "int8"),
    SINGLE(EdmPrimitiveTypeKind.Single, Float.class, "float4"),
    DOUBLE(EdmPrimitiveTypeKind.Double, Double.class, "float8"),
    DECIMAL(EdmPrimitiveTypeKind.Decimal, BigDecimal.class, "numeric"),
    BOOLEAN(EdmPrimitiveTypeKind.Boolean, Boolean.class, "bool"),
    INSTANT(EdmPrimitiveTypeKind.DateTimeOffset, OffsetDateTime.class, "timestamptz"),
    DATE(EdmPrimitiveTypeKind.Date, LocalDate.class, "date"),
    /** Texts, offered as one with commas between. */
    LIST(EdmPrimitiveTypeKind.String, String.class, "_text"),
    /** JSON, offered as text. */
    JSON(EdmPrimitiveTypeKind.String, String.class, "jsonb");

    private final EdmPrimitiveTypeKind kind;
    private final Class<?> held;
    private final String names;

    ColumnType(EdmPrimitiveTypeKind kind, Class<?> held, String names) {
        this.kind = kind;
        this.held = held;
        this.names = names;
    }

    /** The type that PostgreSQL's catalogue calls so; empty for one that is not offered. */
    static Optional<ColumnType> of(String name) {
        return Arrays.stream(values())
                .filter(type -> List.of(type.names.split(" ", -1)).contains(name))
                .findFirst();
    }

    EdmPrimitiveTypeKind kind() {
        return kind;
    }

    /** Of a column of this type, what is offered. */
    String offered(String column) {
        return switch (this) {
            case LIST -> "array_to_string(" + column + ", ',')";
            case JSON -> "(" + column + ")::text";
            default -> column;
        };
    }

    /** The value of a column; null if it has none. */
    @Nullable
    Object read(ResultSet rows, int column) throws SQLException {
        return this == SHORT ? shortOrNull(rows, column) : rows.getObject(column, held);
    }

    private static @Nullable Object shortOrNull(ResultSet rows, int column) throws SQLException {
        short value = rows.getShort(column);
        return rows.wasNull() ? null : (Object) value;
    }

    /** The value as Olingo wants it. */
    @Nullable
    Object published(@Nullable Object value) {
        if (value instanceof OffsetDateTime instant) {
            return Timestamp.from(instant.toInstant());
        }
        if (value instanceof LocalDate date) {
            return GregorianCalendar.from(date.atStartOfDay(ZoneOffset.UTC));
        }
        return value;
    }

    /**
     * The value that was written by its {@code toString}.
     *
     * @throws RuntimeException if the text is none of these
     */
    Object parse(String text) {
        return switch (this) {
            case TEXT, LIST, JSON -> text;
            case SHORT -> Short.valueOf(text);
            case INT -> Integer.valueOf(text);
            case LONG -> Long.valueOf(text);
            case SINGLE -> Float.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case INSTANT -> OffsetDateTime.parse(text);
            case DATE -> LocalDate.parse(text);
        };
    }
}
