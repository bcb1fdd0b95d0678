package io.journeystream.definitions;

import java.time.Duration;

/**
 * The rules that a journey type may set for itself (docs/semantics.md, sections 5 to 7).
 *
 * @param gap silence after which a contact of the type begins a new journey, and after which a journey matures
 * @param maxLength time from the start of a journey after which a contact of the type begins a new one
 * @param containmentWindow time after a contained contact in which an assisted one disproves it
 * @param casePatience time that a journey with an open case waits for news before it matures
 * @param assumeResolvedAfterSilence whether a journey that matured without any other word counts as resolved
 */
public record TypeRules(
        Duration gap,
        Duration maxLength,
        Duration containmentWindow,
        Duration casePatience,
        boolean assumeResolvedAfterSilence) {

    public static final TypeRules STANDARD =
            new TypeRules(Duration.ofDays(7), Duration.ofDays(30), Duration.ofHours(24), Duration.ofDays(30), true);
}
