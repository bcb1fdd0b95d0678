package io.journeystream.definitions.yaml;

import java.util.Comparator;

/**
 * Something wrong in a file, as data.
 *
 * @param file name of the file, as the reader was given it
 * @param line from 1
 * @param column from 1, in characters
 * @param message what is wrong and what would be right, without the place
 */
public record Mistake(String file, int line, int column, String message) {

    /** The order of the file. */
    public static final Comparator<Mistake> BY_PLACE =
            Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column);

    /** {@code gap must be positive, was -PT1H (journeys.yaml:14:10)} */
    @Override
    public String toString() {
        return message + " (" + file + ":" + line + ":" + column + ")";
    }
}
