package io.journeystream.serve.bi.star;

import java.math.BigDecimal;
import java.util.List;

/** Takes rows as a database wants them, value by value in the order of the columns. */
public interface RowOutput {
    /** A row of so many values begins. */
    void row(int values);

    /** A value that is not there. */
    void none();

    void bool(boolean value);

    void smallint(int value);

    void integer(int value);

    void bigint(long value);

    void real(float value);

    void number(double value);

    /** An exact number. */
    void numeric(BigDecimal value);

    void text(String value);

    /** A moment, in milliseconds since 1970 in UTC. */
    void time(long epochMillis);

    /** A day, counted from 1970-01-01. */
    void date(int epochDay);

    /** A JSON document. */
    void json(String document);

    void binary(byte[] value);

    void texts(List<String> values);

    void bigints(List<Long> values);
}
