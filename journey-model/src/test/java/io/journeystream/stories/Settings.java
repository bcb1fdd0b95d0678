package io.journeystream.stories;

import io.journeystream.definitions.Channel;
import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.JourneyDefinition;
import io.journeystream.definitions.StitchingRules;
import io.journeystream.definitions.TypeRules;
import io.journeystream.events.Operation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Definitions that differ from the standard in one thing. */
public final class Settings {
    private Settings() {}

    public static Definitions journeys(JourneyDefinition... journeys) {
        return with(Channel.STANDARD, List.of(journeys), TypeRules.STANDARD, StitchingRules.STANDARD);
    }

    public static Definitions channels(Channel... channels) {
        Map<String, Channel> configured = new HashMap<>(Channel.STANDARD);
        Arrays.stream(channels).forEach(channel -> configured.put(channel.name(), channel));
        return with(configured, List.of(), TypeRules.STANDARD, StitchingRules.STANDARD);
    }

    public static Definitions defaults(TypeRules defaults) {
        return with(Channel.STANDARD, List.of(), defaults, StitchingRules.STANDARD);
    }

    public static Definitions stitching(StitchingRules stitching) {
        return with(Channel.STANDARD, List.of(), TypeRules.STANDARD, stitching);
    }

    private static Definitions with(
            Map<String, Channel> channels,
            List<JourneyDefinition> journeys,
            TypeRules defaults,
            StitchingRules stitching) {
        return new Definitions(
                "test",
                "EUR",
                channels,
                journeys,
                defaults,
                Definitions.STANDARD.identity(),
                stitching,
                Definitions.STANDARD.effort(),
                Definitions.STANDARD.dimensions());
    }

    public static JourneyDefinition journey(String type, String... intents) {
        return new JourneyDefinition(type, type, null, Set.of(intents), Set.of(), TypeRules.STANDARD, Map.of());
    }

    public static JourneyDefinition startingOn(String type, String intent, Operation... operations) {
        return new JourneyDefinition(
                type, type, "team of " + type, Set.of(intent), Set.of(operations), TypeRules.STANDARD, Map.of());
    }

    public static TypeRules gap(Duration gap) {
        TypeRules standard = TypeRules.STANDARD;
        return new TypeRules(
                gap,
                standard.maxLength(),
                standard.containmentWindow(),
                standard.casePatience(),
                standard.assumeResolvedAfterSilence());
    }

    /** A channel as it is without configuration, but at a price. */
    public static Channel priced(String name, String perContact, String perMinute, String concurrency) {
        Channel free = Channel.unconfigured(name);
        return new Channel(
                name,
                free.mode(),
                free.family(),
                free.asynchronous(),
                new BigDecimal(perContact),
                new BigDecimal(perMinute),
                new BigDecimal(concurrency));
    }
}
