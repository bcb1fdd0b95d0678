package io.journeystream.serve.bi.copy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An exact number in digits of base 10,000, as PostgreSQL keeps it.
 *
 * @param weight power of 10,000 of the first digit
 * @param scale decimal places to show
 */
record NumericDigits(Deque<Integer> digits, int weight, boolean negative, int scale) {
    private static final int DECIMALS = 4;
    private static final long BASE = 10_000;
    private static final BigInteger BIG_BASE = BigInteger.valueOf(BASE);
    private static final int NEGATIVE = 0x4000;

    static NumericDigits of(BigDecimal value) {
        int scale = Math.max(0, value.scale());
        int groups = (scale + DECIMALS - 1) / DECIMALS;
        BigInteger whole = value.abs().setScale(groups * DECIMALS).unscaledValue();
        Deque<Integer> digits = whole.bitLength() < Long.SIZE ? ofLong(whole.longValueExact()) : ofBig(whole);
        return new NumericDigits(digits, digits.size() - groups - 1, value.signum() < 0, scale);
    }

    private static Deque<Integer> ofLong(long whole) {
        Deque<Integer> digits = new ArrayDeque<>();
        for (long rest = whole; rest > 0; rest /= BASE) {
            digits.addFirst((int) (rest % BASE));
        }
        return digits;
    }

    private static Deque<Integer> ofBig(BigInteger whole) {
        Deque<Integer> digits = new ArrayDeque<>();
        for (BigInteger rest = whole; rest.signum() > 0; rest = rest.divide(BIG_BASE)) {
            digits.addFirst(rest.mod(BIG_BASE).intValueExact());
        }
        return digits;
    }

    void write(CopyBytes out) {
        out.int32(2 * (4 + digits.size()));
        out.int16(digits.size());
        out.int16(digits.isEmpty() ? 0 : weight);
        out.int16(negative ? NEGATIVE : 0);
        out.int16(scale);
        digits.forEach(out::int16);
    }
}
