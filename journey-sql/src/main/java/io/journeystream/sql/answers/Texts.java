package io.journeystream.sql.answers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Values as text for tables and CSV: numbers with every digit, lists and the like as JSON. */
final class Texts {
    /** Beyond so many digits before or after the point an exponent is easier to read. */
    private static final int MOST_DIGITS = 18;

    private Texts() {}

    static String of(Object value) {
        if (value instanceof BigDecimal exact) {
            return exact.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            return real(value.toString());
        }
        if (value instanceof Values.Document document) {
            return document.json();
        }
        return value instanceof List<?> || value instanceof Map<?, ?> ? JsonValues.text(value) : value.toString();
    }

    private static String real(String text) {
        if (text.indexOf('E') < 0) {
            return text;
        }
        BigDecimal exact = new BigDecimal(text);
        boolean plain = exact.scale() < MOST_DIGITS && exact.precision() - exact.scale() < MOST_DIGITS;
        return plain ? exact.toPlainString() : text;
    }
}
