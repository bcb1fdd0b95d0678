package io.journeystream.runtime.configuration;

import java.util.List;

/**
 * One place where settings are given.
 *
 * @param given in the order of the place
 * @param mistakes what could not even be read
 */
public record Source(List<Given> given, List<Mistake> mistakes) {
    /** Nothing is given. */
    public static final Source NONE = new Source(List.of(), List.of());

    public Source {
        given = List.copyOf(given);
        mistakes = List.copyOf(mistakes);
    }
}
