package io.journeystream.local.simulator;

import io.journeystream.events.Identifier;
import java.util.Locale;

/** How people type what systems should compare. */
final class Spelling {
    private static final int COUNTRY_AND_AREA = 7;

    private Spelling() {}

    /** The same identifier, not in its one spelling; as it was where there is but one. */
    static Identifier careless(Identifier identifier) {
        String value = identifier.getValue();
        return switch (identifier.getType()) {
            case "email" -> new Identifier("email", " " + value.toUpperCase(Locale.ROOT));
            case "phone" ->
                new Identifier("phone", value.substring(0, COUNTRY_AND_AREA) + " " + value.substring(COUNTRY_AND_AREA));
            default -> identifier;
        };
    }
}
