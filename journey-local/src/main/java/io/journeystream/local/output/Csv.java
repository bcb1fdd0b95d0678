package io.journeystream.local.output;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 has them: quotes where a field needs them, lines that end with CR LF. */
public final class Csv {
    private Csv() {}

    /** One line with its end. */
    public static String line(List<String> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
