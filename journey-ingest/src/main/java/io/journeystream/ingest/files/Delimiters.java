package io.journeystream.ingest.files;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Guesses by which character a line is divided. */
final class Delimiters {
    private static final List<Character> USUAL = List.of('\t', ';', ',', '|');

    private Delimiters() {}

    /** What to ask for instead of the given delimiter, if the line holds more of another usual one. */
    static Optional<String> likely(String line, char given) {
        return USUAL.stream()
                .filter(other -> count(line, other) > count(line, given))
                .max(Comparator.comparingLong(other -> count(line, other)))
                .map(other ->
                        name(other) + (other == '\t' ? ": use --format tsv" : ": use --delimiter '" + other + "'"));
    }

    static String name(char delimiter) {
        return delimiter == '\t' ? "a tab" : "'" + delimiter + "'";
    }

    private static long count(String line, char c) {
        return line.chars().filter(each -> each == c).count();
    }
}
