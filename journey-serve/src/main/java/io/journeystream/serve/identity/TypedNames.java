package io.journeystream.serve.identity;

import io.journeystream.events.Identifier;
import java.util.Optional;

/** Identifiers as a person writes them, brought into the spelling in which events have them. */
public final class TypedNames {
    private final Spelling spelling;

    /** @param spelling of the edge */
    public TypedNames(Spelling spelling) {
        this.spelling = spelling;
    }

    /**
     * The identifier that is meant; empty if it is a placeholder.
     *
     * @param asStored it is given as events have it already, such as from the output of a command
     */
    public Optional<Identifier> meant(Identifier written, boolean asStored) {
        return asStored ? Optional.of(written) : spelling.of(written);
    }

    /** Why a placeholder names nobody, for people. */
    public static String placeholder(Identifier written) {
        return Names.of(written) + " is a placeholder: systems write such a value where they do not know the customer,"
                + " so it is dropped from events and names nobody";
    }

    /**
     * An identifier written {@code type:value}; the first colon splits it.
     *
     * @throws IllegalArgumentException if the type or the value is missing
     */
    public static Identifier parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || text.substring(colon + 1).isBlank()) {
            throw new IllegalArgumentException(
                    "an identifier is written type:value, such as account:a1, was '" + text + "'");
        }
        return new Identifier(
                text.substring(0, colon).strip(), text.substring(colon + 1).strip());
    }
}
