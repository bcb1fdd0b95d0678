package io.journeystream.serve.odata;

/**
 * Part of a filter.
 *
 * @param mayBeNull whether its value may be null
 * @param isNull whether it is the word {@code null}
 */
record Operand(Sql sql, boolean mayBeNull, boolean isNull) {
    static final Operand NULL = new Operand(Sql.of("null"), true, true);

    static Operand certain(Sql sql) {
        return new Operand(sql, false, false);
    }

    static Operand value(Object value) {
        return certain(Sql.of("?", value));
    }

    /** Of others, and null if one of them is. */
    static Operand of(Sql sql, Operand... from) {
        boolean mayBeNull = false;
        for (Operand each : from) {
            mayBeNull |= each.mayBeNull;
        }
        return new Operand(sql, mayBeNull, false);
    }
}
