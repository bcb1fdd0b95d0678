package io.journeystream.runtime.configuration;

import java.util.ArrayList;
import java.util.List;

/**
 * A setting on the command line.
 *
 * @param name {@code --set}, or a flag that stands for one key
 */
public record Flag(String name, String key, String value) {

    /** As a source; {@code assignments} are the {@code key=value} of each {@code --set}. */
    public static Source source(List<Flag> flags, List<String> assignments) {
        List<Given> given = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>();
        flags.forEach(flag -> given.add(new Given(flag.key(), flag.value(), "flag " + flag.name())));
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            String key = assignment.substring(0, Math.max(0, equals)).strip();
            if (key.isEmpty()) {
                mistakes.add(new Mistake("flag --set", "must be followed by key=value, such as registry.timeout=5s"));
            } else {
                given.add(new Given(key, assignment.substring(equals + 1), "flag --set " + key));
            }
        }
        return new Source(given, mistakes);
    }

    @Override
    public String toString() {
        return name + " for " + key;
    }
}
