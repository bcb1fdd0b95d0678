package io.journeystream.ingest.identifiers;

import java.util.Locale;
import java.util.Set;

/** Values that systems write where they do not know the customer (docs/semantics.md, section 3). */
final class Placeholders {
    private static final int REPEATED_DIGIT = 5;
    private static final Set<String> WORDS =
            Set.of("undefined", "null", "none", "nil", "unknown", "anonymous", "guest", "n/a", "na", "-", "?", "0", "");

    private Placeholders() {}

    /** True if a trimmed value names nobody. */
    static boolean contain(String value) {
        return WORDS.contains(value.toLowerCase(Locale.ROOT)) || isOneDigitRepeated(value);
    }

    private static boolean isOneDigitRepeated(String value) {
        char first = value.charAt(0);
        return value.length() >= REPEATED_DIGIT
                && first >= '0'
                && first <= '9'
                && value.chars().allMatch(c -> c == first);
    }
}
