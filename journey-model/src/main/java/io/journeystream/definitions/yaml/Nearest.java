package io.journeystream.definitions.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody who misspelt a word most likely meant. */
final class Nearest {
    private Nearest() {}

    /** {@code : did you mean gap?}; empty if no known word is near. */
    static String question(String word, Collection<String> known) {
        return of(word, known).map(near -> ": did you mean " + near + "?").orElse("");
    }

    /** The known word with the fewest changes, if they are at most a third of its letters, or two. */
    static Optional<String> of(String word, Collection<String> known) {
        String plain = plain(word);
        return known.stream()
                .sorted()
                .filter(candidate -> distance(plain, plain(candidate)) <= Math.max(2, candidate.length() / 3))
                .filter(candidate -> distance(plain, plain(candidate)) < candidate.length())
                .min(Comparator.comparingInt(candidate -> distance(plain, plain(candidate))));
    }

    /** {@code forced-switches}, {@code FORCED_SWITCHES} and {@code forcedSwitches} are the same to people. */
    private static String plain(String word) {
        return word.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Letters to insert, delete or replace (Levenshtein), in one row of the table at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
