package io.journeystream.ingest.identifiers;

import io.journeystream.events.Identifier;
import io.journeystream.identity.Identifiers;
import java.util.List;
import java.util.Locale;

/** Brings the identifiers of an event into the one spelling by which they are compared (docs/semantics.md, section 3). */
public final class IdentifierNormaliser {
    private final IdentifierSettings settings;
    private final Identifiers order;

    public IdentifierNormaliser(IdentifierSettings settings) {
        this.settings = settings;
        this.order = new Identifiers(settings.rules());
    }

    /** The identifiers that name somebody, each once, strongest first; empty if none does. */
    public List<Identifier> normalise(String source, List<Identifier> given) {
        return given.stream()
                .map(identifier -> trimmed(identifier))
                .filter(identifier -> !Placeholders.contain(identifier.getValue()))
                .map(identifier -> spelt(source, identifier))
                .distinct()
                .sorted(order)
                .toList();
    }

    private static Identifier trimmed(Identifier identifier) {
        return new Identifier(identifier.getType(), identifier.getValue().strip());
    }

    private Identifier spelt(String source, Identifier identifier) {
        String value = switch (identifier.getType()) {
            case "email" -> identifier.getValue().toLowerCase(Locale.ROOT);
            case "phone" -> PhoneNumbers.e164(identifier.getValue(), settings.regionOf(source));
            default -> identifier.getValue();
        };
        KeyedHash hash = settings.hash();
        return new Identifier(identifier.getType(), hash == null ? value : hash.of(value));
    }
}
