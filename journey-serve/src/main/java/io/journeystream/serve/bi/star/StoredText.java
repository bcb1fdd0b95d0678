package io.journeystream.serve.bi.star;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Texts as the star holds them: short enough for a key, whatever somebody may have called a channel or an intent. What is
 * longer is cut, and ends in a hash of the whole, so that different texts stay different and equal ones equal.
 */
public final class StoredText {
    /** Of UTF-8; PostgreSQL's indexes take some 2,700 for a whole key. */
    public static final int MOST_BYTES = 1_000;

    /** A char takes no more than three bytes. */
    private static final int SURELY_SHORT = MOST_BYTES / 3;

    private static final String MARK = "\u2026";
    private static final int HASH_DIGITS = 32;
    private static final int KEPT_BYTES = MOST_BYTES - HASH_DIGITS - 3;

    private StoredText() {}

    /** The text, or what stands for it. */
    public static String of(String text) {
        if (text.length() <= SURELY_SHORT) {
            return text;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return utf8.length <= MOST_BYTES ? text : cut(text, utf8);
    }

    private static String cut(String text, byte[] utf8) {
        int kept = KEPT_BYTES;
        while ((utf8[kept] & 0xc0) == 0x80) { // in the middle of a character
            kept--;
        }
        return new String(utf8, 0, kept, StandardCharsets.UTF_8)
                + MARK
                + HexFormat.of().formatHex(KeyHash.of(text));
    }
}
