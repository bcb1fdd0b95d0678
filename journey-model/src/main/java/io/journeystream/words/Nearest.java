package io.journeystream.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Nearest {
    private Nearest() {}

    /** {@code : did you mean gap?}; empty if no known name is near. */
    public static String question(String given, Collection<String> known) {
        return to(given, known).map(near -> ": did you mean " + near + "?").orElse("");
    }

    /** All known names, those most like the given one first. */
    public static List<String> first(String given, Collection<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt(name -> distance(given, name)))
                .toList();
    }

    /** The known name that the given one looks like, if it looks like any. */
    public static Optional<String> to(String given, Collection<String> known) {
        return first(given, known.stream().sorted().toList()).stream()
                .findFirst()
                .filter(name -> distance(given, name) <= Math.max(2, name.length() / 3))
                .filter(name -> distance(given, name) < name.length());
    }

    /** Edits (insert, delete, replace, swap neighbours) from one to the other; case and separators do not count. */
    public static int distance(String one, String other) {
        String a = letters(one);
        String b = letters(other);
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], last[j]));
                if (swapped(a, i, b, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    private static boolean swapped(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }

    private static String letters(String name) {
        String limited = name.length() > 64 ? name.substring(0, 64) : name;
        return limited.replace("_", "").replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
