package io.journeystream.definitions;

import io.journeystream.events.Operation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kind of journey, owned by one team.
 *
 * @param title for people; the type where none is given
 * @param team null if nobody owns it yet
 * @param intents reasons for contact that make it this type
 * @param startsOn operations that begin a journey of this type without a contact
 * @param targets what the team aims at, by name of the measure
 */
public record JourneyDefinition(
        String type,
        String title,
        @Nullable String team,
        Set<String> intents,
        Set<Operation> startsOn,
        TypeRules rules,
        Map<String, Double> targets) {

    public JourneyDefinition {
        intents = Set.copyOf(intents);
        startsOn = Set.copyOf(startsOn);
        targets = Map.copyOf(targets);
    }
}
