package io.journeystream.ingest.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text from a file whose bytes may not all be UTF-8. Each byte that is not stands as the lone surrogate U+DC00 + byte,
 * which proper UTF-8 never yields, so that the bytes can be had back exactly.
 */
public final class RawText {
    private static final char LOWEST = '\uDC80';
    private static final char HIGHEST = '\uDCFF';

    private RawText() {}

    static char escaped(byte malformed) {
        return (char) (0xDC00 | (malformed & 0xFF));
    }

    /** Where the first byte stands that is no UTF-8; -1 if there is none. */
    static int firstMalformed(CharSequence text) {
        return firstMalformed(text, 0);
    }

    private static int firstMalformed(CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                i++;
            } else if (c >= LOWEST && c <= HIGHEST) {
                return i;
            }
        }
        return -1;
    }

    /** The bytes as they were in the file. */
    static byte[] bytes(String text) {
        int malformed = firstMalformed(text);
        if (malformed < 0) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
        int from = 0;
        while (malformed >= 0) {
            bytes.writeBytes(text.substring(from, malformed).getBytes(StandardCharsets.UTF_8));
            bytes.write(text.charAt(malformed) & 0xFF);
            from = malformed + 1;
            malformed = firstMalformed(text, from);
        }
        bytes.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
