package io.journeystream.streams.placement;

import io.journeystream.events.Identifier;
import io.journeystream.streams.records.Name;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Identifiers as state and routing write them. */
final class Names {
    private Names() {}

    static Name of(Identifier identifier) {
        return new Name(identifier.getType(), identifier.getValue());
    }

    static @Nullable Name ofNullable(@Nullable Identifier identifier) {
        return identifier == null ? null : of(identifier);
    }

    static List<Name> of(Collection<Identifier> identifiers) {
        return identifiers.stream().map(Names::of).toList();
    }

    static Identifier identifier(Name name) {
        return new Identifier(name.getType(), name.getValue());
    }

    static @Nullable Identifier identifierOrNull(@Nullable Name name) {
        return name == null ? null : identifier(name);
    }
}
