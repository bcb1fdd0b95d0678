package io.journeystream.journeys;

import java.math.BigDecimal;

/** Money as records carry it: units of the currency to a millionth. */
final class Money {
    private static final int SCALE = 6;

    private Money() {}

    static BigDecimal ofMicros(long micros) {
        return BigDecimal.valueOf(micros, SCALE);
    }
}
