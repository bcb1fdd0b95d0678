package io.journeystream.local.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them; what does not exist is a dash. */
public final class Figures {
    private static final String NONE = "-";
    private static final double PERCENT = 100;

    private Figures() {}

    /** {@code 23,798}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 79.6 %} of a fraction. */
    public static String percent(@Nullable Double fraction) {
        return fraction == null ? NONE : String.format(Locale.ROOT, "%.1f %%", PERCENT * fraction);
    }

    /** {@code -0.17} of a difference of two fractions, in points of percent. */
    public static String points(@Nullable Double difference) {
        if (difference == null) {
            return NONE;
        }
        BigDecimal points = BigDecimal.valueOf(PERCENT * difference).setScale(2, RoundingMode.HALF_UP);
        return points.signum() > 0 ? "+" + points : points.toPlainString();
    }

    /** {@code 8.30}. */
    public static String decimal(@Nullable Double number) {
        return number == null ? NONE : String.format(Locale.ROOT, "%,.2f", number);
    }

    /** {@code 5.6}. */
    public static String oneDecimal(@Nullable Double number) {
        return number == null ? NONE : String.format(Locale.ROOT, "%.1f", number);
    }

    /** {@code -12}. */
    public static String whole(@Nullable Double number) {
        return number == null ? NONE : String.format(Locale.ROOT, "%,d", Math.round(number));
    }

    /** {@code 80,588.42}. */
    public static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }
}
