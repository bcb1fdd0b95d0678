package io.journeystream.serve.alerts.secrets;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a secret is found; it may be shown to anybody.
 *
 * @param name of the variable of the environment, or the path of the file
 */
public record SecretPlace(Kind kind, String name) {

    /** How it is written. */
    public static final String FORMS =
            "env: and the name of a variable of the environment that begins with ALERT_, or file: and a path";

    /** What else the environment holds is nobody's business who writes a subscription. */
    private static final Pattern VARIABLE = Pattern.compile("ALERT_[A-Z0-9_]{1,100}");

    private static final Pattern PATH = Pattern.compile("/[^\\p{Cntrl}]{1,500}");

    /** What it is. */
    public enum Kind {
        ENVIRONMENT("env:", VARIABLE),
        FILE("file:", PATH);

        private final String prefix;
        private final Pattern names;

        Kind(String prefix, Pattern names) {
            this.prefix = prefix;
            this.names = names;
        }
    }

    public SecretPlace {
        if (!kind.names.matcher(name).matches()) {
            throw new IllegalArgumentException("a secret is found in " + FORMS);
        }
    }

    /** Empty if the text is no place of a secret. */
    public static Optional<SecretPlace> parse(String text) {
        for (Kind kind : Kind.values()) {
            String name = text.startsWith(kind.prefix) ? text.substring(kind.prefix.length()) : "";
            if (kind.names.matcher(name).matches()) {
                return Optional.of(new SecretPlace(kind, name));
            }
        }
        return Optional.empty();
    }

    /** As it is written, such as {@code env:ALERT_SLACK}. */
    @Override
    public String toString() {
        return kind.prefix + name;
    }
}
