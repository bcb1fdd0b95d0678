package io.journeystream.local.identity;

import io.journeystream.events.Identifier;
import io.journeystream.ingest.identifiers.IdentifierNormaliser;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.local.Failure;
import java.util.List;

/** Identifiers as a person writes them, brought into the spelling in which events have them. */
public final class TypedNames {
    private final IdentifierNormaliser normaliser;
    private final boolean asStored;

    /**
     * @param settings those of the edge
     * @param asStored they are given as events have them already, such as from the output of a command
     */
    public TypedNames(IdentifierSettings settings, boolean asStored) {
        this.normaliser = new IdentifierNormaliser(settings);
        this.asStored = asStored;
    }

    /**
     * The identifier that is meant.
     *
     * @throws Failure if it is a placeholder
     */
    public Identifier meant(Identifier written) {
        if (asStored) {
            return written;
        }
        List<Identifier> normalised = normaliser.normalise("", List.of(written));
        if (normalised.isEmpty()) {
            throw new Failure(Names.of(written) + " is a placeholder: systems write such a value where they do not know"
                    + " the customer, so it is dropped from events and names nobody");
        }
        return normalised.get(0);
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
