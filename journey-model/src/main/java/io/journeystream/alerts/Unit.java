package io.journeystream.alerts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** In what a metric is counted, and how that is said to people. */
public enum Unit {
    /** 0 to 1, said in percent. */
    RATE(100, 1, " %", " points"),
    /** 0 to 100. */
    OF_HUNDRED(1, 1, " of 100", ""),
    /** 1 to 7. */
    OF_SEVEN(1, 2, " of 7", ""),
    /** 1 to 5. */
    OF_FIVE(1, 2, " of 5", ""),
    /** -100 to 100. */
    SCORE(1, 1, "", ""),
    /** Money a journey, in the configured currency, which has no name here. */
    MONEY(1, 2, " a journey", " a journey"),
    /** Of something, a journey. */
    PER_JOURNEY(1, 2, " a journey", " a journey"),
    /** Of journeys. */
    NUMBER(1, 0, "", ""),
    /** Of silence. */
    HOURS(1, 1, " h", " h");

    private static final String UNKNOWN = "unknown";

    private final BigDecimal factor;
    private final int decimals;
    private final String suffix;
    private final String suffixOfDifference;

    Unit(int factor, int decimals, String suffix, String suffixOfDifference) {
        this.factor = BigDecimal.valueOf(factor);
        this.decimals = decimals;
        this.suffix = suffix;
        this.suffixOfDifference = suffixOfDifference;
    }

    /** A value, such as {@code 12.3 %} or {@code 5.20 of 7}; half is rounded away from zero. */
    public String say(double value) {
        return Double.isFinite(value) ? written(rounded(value)) + suffix : UNKNOWN;
    }

    /** How far one value is from another, with its sign, such as {@code -3.2 points}. */
    public String sayDifference(double difference) {
        if (!Double.isFinite(difference)) {
            return UNKNOWN;
        }
        BigDecimal rounded = rounded(difference);
        return (rounded.signum() < 0 ? "" : "+") + written(rounded) + suffixOfDifference;
    }

    /** As a decimal number, which knows no -0. */
    private BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).multiply(factor).setScale(decimals, RoundingMode.HALF_UP);
    }

    private String written(BigDecimal rounded) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        return format.format(rounded);
    }
}
