package io.journeystream.definitions.yaml;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a number may be: least and greatest value, and how many decimals. */
public record Bounds(BigDecimal least, boolean orLeast, BigDecimal most, int decimals) {
    private static final int ANY = Integer.MAX_VALUE;

    /** From least to most, both allowed. */
    public static Bounds between(long least, long most) {
        return new Bounds(BigDecimal.valueOf(least), true, BigDecimal.valueOf(most), ANY);
    }

    /** More than nothing, at most most. */
    public static Bounds positive(long most) {
        return new Bounds(BigDecimal.ZERO, false, BigDecimal.valueOf(most), ANY);
    }

    /** The same with at most so many decimals. */
    public Bounds decimals(int atMost) {
        return new Bounds(least, orLeast, most, atMost);
    }

    /** What the number must be and is not; null if nothing is wrong with it. */
    @Nullable
    String objection(BigDecimal number) {
        int compared = number.compareTo(least);
        if (compared < 0 || (compared == 0 && !orLeast)) {
            return orLeast ? "must be at least " + least : "must be more than " + least;
        }
        if (number.compareTo(most) > 0) {
            return "must be at most " + most;
        }
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > decimals) {
            return decimals == 0 ? "must be a whole number" : "must have at most " + decimals + " decimals";
        }
        return null;
    }
}
