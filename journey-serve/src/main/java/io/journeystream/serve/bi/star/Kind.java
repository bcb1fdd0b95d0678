package io.journeystream.serve.bi.star;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** A type of the database, and how a value of the records becomes one of it. */
enum Kind {
    TEXT("text") {
        @Override
        void write(RowOutput out, Object value) {
            out.text(StoredText.of(value.toString()));
        }
    },
    BOOLEAN("boolean") {
        @Override
        void write(RowOutput out, Object value) {
            out.bool((Boolean) value);
        }
    },
    SMALLINT("smallint") {
        @Override
        void write(RowOutput out, Object value) {
            out.smallint((Integer) value);
        }
    },
    INTEGER("integer") {
        @Override
        void write(RowOutput out, Object value) {
            out.integer((Integer) value);
        }
    },
    BIGINT("bigint") {
        @Override
        void write(RowOutput out, Object value) {
            out.bigint((Long) value);
        }
    },
    REAL("real") {
        @Override
        void write(RowOutput out, Object value) {
            out.real(((Double) value).floatValue());
        }
    },
    DOUBLE("double precision") {
        @Override
        void write(RowOutput out, Object value) {
            out.number((Double) value);
        }
    },
    NUMERIC("numeric") {
        @Override
        void write(RowOutput out, Object value) {
            out.numeric((BigDecimal) value);
        }
    },
    TIME("timestamp with time zone") {
        @Override
        void write(RowOutput out, Object value) {
            out.time(((Instant) value).toEpochMilli());
        }
    },
    DATE("date") {
        @Override
        void write(RowOutput out, Object value) {
            out.date(Math.toIntExact(((LocalDate) value).toEpochDay()));
        }
    },
    JSON("jsonb") {
        @Override
        void write(RowOutput out, Object value) {
            out.json(document((Map<?, ?>) value));
        }
    },
    BYTES("bytea") {
        @Override
        void write(RowOutput out, Object value) {
            out.binary((byte[]) value);
        }
    },
    TEXTS("text[]") {
        @Override
        void write(RowOutput out, Object value) {
            out.texts(((List<?>) value)
                    .stream().map(each -> StoredText.of(each.toString())).toList());
        }
    },
    BIGINTS("bigint[]") {
        @Override
        void write(RowOutput out, Object value) {
            out.bigints(((List<?>) value).stream().map(Long.class::cast).toList());
        }
    };

    private static final JsonMapper JSON_TEXT = new JsonMapper();

    private final String sql;

    Kind(String sql) {
        this.sql = sql;
    }

    abstract void write(RowOutput out, Object value);

    /** As PostgreSQL names it. */
    String sql() {
        return sql;
    }

    /** The same for values of a schema: exact numbers with its precision and scale. */
    String sql(Schema schema) {
        return this == NUMERIC && schema.getLogicalType() instanceof LogicalTypes.Decimal decimal
                ? sql + "(" + decimal.getPrecision() + "," + decimal.getScale() + ")"
                : sql;
    }

    /** The type for values of a schema. */
    static Kind of(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical instanceof LogicalTypes.TimestampMillis) {
            return TIME;
        }
        if (logical instanceof LogicalTypes.Decimal) {
            return NUMERIC;
        }
        return switch (schema.getType()) {
            case STRING, ENUM -> TEXT;
            case BOOLEAN -> BOOLEAN;
            case INT -> INTEGER;
            case LONG -> BIGINT;
            case DOUBLE -> DOUBLE;
            case MAP -> JSON;
            case ARRAY -> of(schema.getElementType()) == BIGINT ? BIGINTS : TEXTS;
            default -> throw new IllegalArgumentException("no column holds " + schema);
        };
    }

    private static Map<String, String> withoutNul(Map<?, ?> values) {
        Map<String, String> kept = new TreeMap<>();
        values.forEach((key, value) -> kept.put(shown(key), shown(value)));
        return kept;
    }

    private static String shown(Object text) {
        return String.valueOf(text).replace('\0', '\ufffd');
    }

    /** NUL, which PostgreSQL's JSON does not hold either, is replaced. */
    private static String document(Map<?, ?> values) {
        if (values.isEmpty()) {
            return "{}";
        }
        try {
            String text = JSON_TEXT.writeValueAsString(values);
            return text.contains("\\u0000") ? JSON_TEXT.writeValueAsString(withoutNul(values)) : text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }
}
