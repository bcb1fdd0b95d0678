package io.journeystream.local.rejects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Bytes that are no text: offset, sixteen bytes in hex, and the same as ASCII where it is. */
final class HexDump {
    private static final int WIDTH = 16;
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

    private HexDump() {}

    static List<String> lines(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += WIDTH) {
            byte[] line = Arrays.copyOfRange(bytes, from, Math.min(from + WIDTH, bytes.length));
            lines.add("%08x  %-47s  %s".formatted(from, SPACED.formatHex(line), ascii(line)));
        }
        return lines;
    }

    /** All in one, for short ones. */
    static String plain(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }

    private static String ascii(byte[] line) {
        StringBuilder text = new StringBuilder();
        for (byte b : line) {
            text.append(b >= ' ' && b < 127 ? (char) b : '.');
        }
        return text.toString();
    }
}
