package io.journeystream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.health.Contribution;
import io.journeystream.health.Health;
import io.journeystream.journeys.Journey;
import io.journeystream.streams.publishing.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Other dimensions, and the old ones again before all journeys are counted by the others. */
class DimensionsChangeTest {
    /** More than are counted anew in one slice. */
    private static final int JOURNEYS = 450;

    private static StandingDefinitions by(String dimensions, long at) {
        String content = "identity: {hub-limit: 5}\nhealth: {dimensions: " + dimensions + "}";
        return new StandingDefinitions(RandomDefinitions.written(content), at, "ada");
    }

    private static List<Journey> journeys() {
        List<Journey> journeys = new ArrayList<>();
        for (long seed = 1; journeys.size() < JOURNEYS; seed++) {
            try (StitchingDriver stitching = new StitchingDriver(1, Pace.STANDARD)) {
                new RandomEvents(new Random(seed)).deliveries(60).forEach(stitching::send);
                stitching.settle();
                LiveView.of(stitching.published())
                        .values()
                        .forEach(journey -> journeys.add(Journey.newBuilder(journey)
                                .setJourneyId(journey.getJourneyId() + journeys.size())
                                .setAttributes(Map.of("segment", "s" + journeys.size() % 3))
                                .build()));
            }
        }
        return journeys;
    }

    @Test
    void what_was_begun_by_others_is_counted_back() {
        AtomicLong nanos = new AtomicLong();
        AtomicLong each = new AtomicLong();
        StandingDefinitions first = by("[segment]", 1);
        try (HealthDriver health = new HealthDriver(first, () -> nanos.addAndGet(each.get()))) {
            List<Journey> journeys = journeys();
            journeys.forEach(health::send);
            health.settle();

            each.set(Duration.ofSeconds(1).toNanos()); // from now on a slice is one step
            health.define(by("[variant]", 2));
            health.pass(Duration.ofSeconds(1));
            assertThat(health.cells()).as("by others, and not all").isNotEmpty();
            health.define(by("[segment]", 3));
            health.settle();

            Health expected = new Health();
            journeys.forEach(
                    journey -> Contribution.of(journey).ifPresent(counts -> expected.add(counts, List.of("segment"))));
            assertThat(health.cells()).isEqualTo(HealthLaw.cells(expected, Map.of()));
        }
    }
}
