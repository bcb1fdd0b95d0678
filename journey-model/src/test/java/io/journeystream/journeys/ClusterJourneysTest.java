package io.journeystream.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Event;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.stories.RandomStories;
import io.journeystream.stories.Story;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The short way is the long way: events added a few at a time, in whatever order, give what all at once give. */
class ClusterJourneysTest {
    private static final int STORIES = 3_000;
    private static final Journeys JOURNEYS = new Journeys(RandomStories.DEFINITIONS);

    @Test
    void eventsAddedAFewAtATimeGiveWhatAllAtOnceGive() {
        int shortWays = 0;
        for (int seed = 0; seed < STORIES; seed++) {
            Run run = new Run(seed);

            run.addAFewAtATime();

            assertThat(run.live).as("seed %d", seed).isEqualTo(run.allAtOnce());
            assertThat(run.kept.changesAfter()).as("seed %d", seed).isEqualTo(run.nextMaturing());
            shortWays += run.shortWays;
        }
        assertThat(shortWays).isGreaterThan(10 * STORIES);
    }

    /** One story, told event by event. */
    private static final class Run {
        private final Random random;
        private final List<Event> told = new ArrayList<>();
        private final List<Event> toCome;
        private final Map<String, Journey> live = new HashMap<>();
        private final long end;
        private ClusterJourneys kept = keep();
        private long watermark;
        private int shortWays;

        Run(int seed) {
            this.random = new Random(seed);
            Story story = RandomStories.of(seed);
            this.toCome = new ArrayList<>(story.events());
            this.end = story.watermark();
            Collections.shuffle(toCome, random);
            if (random.nextBoolean()) {
                toCome.sort(Comparator.comparingLong(Event::occurredAt));
            }
            this.watermark = toCome.stream().mapToLong(Event::occurredAt).min().orElse(end);
        }

        void addAFewAtATime() {
            while (!toCome.isEmpty()) {
                for (int i = random.nextInt(4); i >= 0 && !toCome.isEmpty(); i--) {
                    add(toCome.remove(0));
                }
                watermark += (end - watermark) / (1 + random.nextInt(20));
                update();
            }
            watermark = end;
            update();
        }

        private void add(Event event) {
            told.add(event);
            if (kept.add(event)) {
                shortWays++;
            } else {
                live.clear();
                kept = keep();
            }
        }

        private ClusterJourneys keep() {
            return JOURNEYS.keep(new EvidenceGraph(told, RandomStories.DEFINITIONS.identity(), Set.of(), Set.of()));
        }

        private void update() {
            ClusterJourneys.Update update = kept.update(watermark);
            assertThat(live.keySet()).containsAll(update.gone());
            live.keySet().removeAll(update.gone());
            update.now().forEach(now -> live.put(now.journey().getJourneyId(), now.journey()));
        }

        Map<String, Journey> allAtOnce() {
            Map<String, Journey> all = new HashMap<>();
            JOURNEYS.of(told, end).forEach(now -> all.put(now.journey().getJourneyId(), now.journey()));
            return all;
        }

        OptionalLong nextMaturing() {
            return JOURNEYS.of(told, end).stream()
                    .mapToLong(ComputedJourney::maturesAfter)
                    .filter(after -> after >= end)
                    .min();
        }
    }
}
