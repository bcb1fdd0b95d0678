package io.journeystream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.Definitions;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.journeys.Cause;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.journeys.Journeys;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What holds of published journeys at the end, by id, and what must (docs/semantics.md, section 2). */
final class LiveView {
    private static final Set<JourneyStatus> GONE = EnumSet.of(JourneyStatus.SUPERSEDED, JourneyStatus.ERASED);

    private LiveView() {}

    /** The last record of each journey that there still is, without history. */
    static Map<String, Journey> of(Collection<Journey> published) {
        Map<String, Journey> live = new HashMap<>();
        published.forEach(journey -> live.put(journey.getJourneyId(), withoutHistory(journey)));
        live.values().removeIf(journey -> GONE.contains(journey.getStatus()));
        return live;
    }

    /** The same, computed at once. */
    static Map<String, Journey> recomputed(EvidenceGraph evidence, Definitions definitions, long watermark) {
        Map<String, Journey> recomputed = new HashMap<>();
        new Journeys(definitions)
                .of(evidence, watermark)
                .forEach(c -> recomputed.put(c.journey().getJourneyId(), withoutHistory(c.journey())));
        return recomputed;
    }

    /** By which version a journey was published first that others leave as it is, is history, too. */
    static Journey withoutHistory(Journey journey) {
        return Journey.newBuilder(journey)
                .setDefinitionsVersion("")
                .setCorrected(false)
                .setCause(Cause.EVENT)
                .build();
    }

    static void assertSupersededLeadToOthers(long seed, Collection<Journey> published) {
        Map<String, Journey> last = new HashMap<>();
        published.forEach(journey -> last.put(journey.getJourneyId(), journey));
        for (Journey journey : last.values()) {
            if (journey.getStatus() == JourneyStatus.SUPERSEDED) {
                assertThat(last.keySet())
                        .as("seed %d: %s", seed, journey.getJourneyId())
                        .containsAll(journey.getSupersededBy());
                assertThat(journey.getSupersededBy()).doesNotContain(journey.getJourneyId());
            }
        }
    }
}
