package io.journeystream.definitions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation says about itself: its channels, its journeys and how they are measured. Comes from
 * {@code journeys.yaml}, or from {@link #STANDARD} where there is none.
 *
 * @param version content hash of all that can change a number; the same content has the same version
 * @param currency ISO 4217 code of all costs
 * @param channels configured channels by name; others work as {@link Channel#unconfigured}
 * @param journeys in order: an intent belongs to the first that names it
 * @param defaults what holds for types that no definition names
 * @param identity how identifiers become customers
 * @param stitching how items become journeys
 * @param effort weight of each driver of effort
 * @param dimensions attributes by which journey health is looked at, besides all journeys and their entry channel
 */
public record Definitions(
        String version,
        String currency,
        Map<String, Channel> channels,
        List<JourneyDefinition> journeys,
        TypeRules defaults,
        IdentityRules identity,
        StitchingRules stitching,
        EffortWeights effort,
        List<String> dimensions) {

    /** The type of a journey that no intent has named. */
    public static final String UNCLASSIFIED = "unclassified";

    /** What holds without any file: each intent is a journey type of its own, and nothing costs anything. */
    public static final Definitions STANDARD = new Definitions(
            "standard",
            "USD",
            Channel.STANDARD,
            List.of(),
            TypeRules.STANDARD,
            IdentityRules.STANDARD,
            StitchingRules.STANDARD,
            EffortWeights.STANDARD,
            List.of());

    public Definitions {
        channels = Map.copyOf(channels);
        journeys = List.copyOf(journeys);
        dimensions = List.copyOf(dimensions);
    }

    /** The same with other dimensions of health, which are no part of the version: they change no journey. */
    public Definitions withDimensions(List<String> other) {
        return new Definitions(version, currency, channels, journeys, defaults, identity, stitching, effort, other);
    }

    /** The channel of that name, configured or not. */
    public Channel channel(String name) {
        Channel configured = channels.get(name);
        return configured != null ? configured : Channel.unconfigured(name);
    }

    /** The journey type of an intent; null for no intent. */
    public @Nullable String typeOf(@Nullable String intent) {
        if (intent == null) {
            return null;
        }
        for (JourneyDefinition journey : journeys) {
            if (journey.intents().contains(intent)) {
                return journey.type();
            }
        }
        return intent;
    }

    /** Who owns a type, by type; types of which no definition says so are not there. */
    public Map<String, String> teams() {
        Map<String, String> teams = new HashMap<>();
        for (JourneyDefinition journey : journeys) {
            String team = journey.team();
            if (team != null) {
                teams.put(journey.type(), team);
            }
        }
        return teams;
    }

    /** The definition of a type, or null if none names it. */
    public @Nullable JourneyDefinition definition(String type) {
        for (JourneyDefinition journey : journeys) {
            if (journey.type().equals(type)) {
                return journey;
            }
        }
        return null;
    }

    /** The rules of a type, defined or not. */
    public TypeRules rules(String type) {
        JourneyDefinition definition = definition(type);
        return definition != null ? definition.rules() : defaults;
    }
}
