package io.journeystream.alerts;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.JourneyDefinition;
import io.journeystream.words.Nearest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a journey type can be called: as definitions name it, or as an intent that they do not name.
 *
 * @param named those of the definitions
 */
public record JourneyTypes(Definitions definitions, Set<String> named) {
    /** Those of definitions. */
    public static JourneyTypes of(Definitions definitions) {
        Set<String> named = new TreeSet<>();
        definitions.journeys().stream().map(JourneyDefinition::type).forEach(named::add);
        return new JourneyTypes(definitions, named);
    }

    /** Why journeys of such a type are not to be expected, and what was perhaps meant; empty if they are. */
    public Optional<String> objection(String type) {
        String owner = definitions.typeOf(type);
        if (named.contains(type) || type.equals(Definitions.UNCLASSIFIED) || owner == null) {
            return Optional.empty();
        }
        if (!owner.equals(type)) {
            return Optional.of(
                    "names " + type + ", which is an intent of the type " + owner + ": did you mean " + owner + "?");
        }
        return Nearest.to(type, named)
                .map(near -> "names " + type + ", which no definition does: did you mean " + near + "?");
    }
}
