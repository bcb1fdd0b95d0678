package io.journeystream.health;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A part of a name that slashes divide: whatever is no letter, digit, dot, hyphen or underscore is percent-encoded. */
final class NamePart {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final char ESCAPE = '%';
    private static final int LENGTH = 3;

    private NamePart() {}

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain((char) each)) {
                encoded.append((char) each);
            } else {
                encoded.append(ESCAPE).append(HEX.toHexDigits(each));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(char each) {
        return (each >= 'a' && each <= 'z')
                || (each >= 'A' && each <= 'Z')
                || (each >= '0' && each <= '9')
                || each == '.'
                || each == '-'
                || each == '_';
    }

    /**
     * The text that was encoded.
     *
     * @throws IllegalArgumentException if it was not encoded so
     */
    static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) == ESCAPE) {
                bytes.writeBytes(HEX.parseHex(encoded, i + 1, Math.min(encoded.length(), i + LENGTH)));
                i += LENGTH - 1;
            } else {
                bytes.write(encoded.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
