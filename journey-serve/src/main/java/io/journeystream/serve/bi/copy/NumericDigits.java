package io.journeystream.serve.bi.copy;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Exact numbers in digits of base 10,000, as PostgreSQL keeps them: four decimal digits each, aligned at the point. */
final class NumericDigits {
    private static final int DECIMALS = 4;
    private static final int BASE = 10_000;
    private static final BigInteger BIG_BASE = BigInteger.valueOf(BASE);
    private static final int NEGATIVE = 0x4000;
    private static final int FIELDS = 4;
    /** A digit of base 10,000 takes more than 13 bits. */
    private static final int LEAST_BITS = 13;

    private NumericDigits() {}

    static void write(BigDecimal value, CopyBytes out) {
        int scale = Math.max(0, value.scale());
        int fractions = (scale + DECIMALS - 1) / DECIMALS;
        BigInteger whole = value.abs().setScale(fractions * DECIMALS).unscaledValue();
        short[] lastFirst = new short[whole.bitLength() / LEAST_BITS + 1];
        int digits = whole.bitLength() < Long.SIZE ? ofLong(whole.longValue(), lastFirst) : ofBig(whole, lastFirst);
        out.int32(Short.BYTES * (FIELDS + digits));
        out.int16(digits);
        out.int16(digits == 0 ? 0 : digits - fractions - 1);
        out.int16(value.signum() < 0 ? NEGATIVE : 0);
        out.int16(scale);
        for (int digit = digits - 1; digit >= 0; digit--) {
            out.int16(lastFirst[digit]);
        }
    }

    private static int ofLong(long whole, short[] lastFirst) {
        int digits = 0;
        for (long rest = whole; rest > 0; rest /= BASE) {
            lastFirst[digits++] = (short) (rest % BASE);
        }
        return digits;
    }

    private static int ofBig(BigInteger whole, short[] lastFirst) {
        int digits = 0;
        for (BigInteger rest = whole; rest.signum() > 0; rest = rest.divide(BIG_BASE)) {
            lastFirst[digits++] = rest.mod(BIG_BASE).shortValueExact();
        }
        return digits;
    }
}
