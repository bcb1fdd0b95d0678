package io.journeystream.definitions;

import java.time.Duration;
import java.util.List;

/**
 * How contacts join and items become journeys, whatever their type (docs/semantics.md, sections 4 and 5).
 *
 * @param abandonJoin time after an abandoned contact in which the next one on the channel continues it
 * @param sessionGap silence that contacts without a type, and the adoption of unclassified journeys, may bridge
 * @param maxAge time after its last item in which a journey is found by reference
 * @param correlate reference keys whose equal values mean the same issue
 * @param distinguish reference keys whose different values mean different issues
 */
public record StitchingRules(
        Duration abandonJoin, Duration sessionGap, Duration maxAge, List<String> correlate, List<String> distinguish) {

    public static final StitchingRules STANDARD = new StitchingRules(
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofDays(180),
            List.of("case", "order", "claim"),
            List.of("order", "claim"));

    public StitchingRules {
        correlate = List.copyOf(correlate);
        distinguish = List.copyOf(distinguish);
    }
}
