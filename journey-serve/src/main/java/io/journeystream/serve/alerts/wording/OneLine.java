package io.journeystream.serve.alerts.wording;

import java.util.regex.Pattern;

/** Texts of others, made fit to stand in a line of ours. */
public final class OneLine {
    /** But for the joiners, which Persian, Hindi and emoji are written with. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Z}&&[^\\x{200c}\\x{200d}]]+");

    private OneLine() {}

    /**
     * Without line breaks and characters that are not seen (blanks take their place), such as those that turn the
     * direction of writing.
     *
     * @param most characters, the dots that say that something is left out included
     */
    public static String of(String text, int most) {
        String line = UNSEEN.matcher(text).replaceAll(" ").strip();
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, most - 1)).strip() + "\u2026";
    }
}
