package io.journeystream.runtime.configuration;

/**
 * Something wrong with what was given.
 *
 * @param place file and line, variable or flag
 * @param what what is wrong and what would be right, without any secret
 */
public record Mistake(String place, String what) {
    @Override
    public String toString() {
        return place + ": " + what;
    }
}
