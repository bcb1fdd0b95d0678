package io.journeystream.journeys;

import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Instrument;
import io.journeystream.stories.Story;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The examples of docs/semantics.md, section 10, as far as single journeys give them. */
class PublishedExamplesTest {
    private final Story story = Story.told();

    @Test
    void issuesAndContactsGiveTwoRatesOfFirstContactResolution() {
        story.call("ada", at(0)).about("billing");
        story.call("bob", at(0)).about("billing");
        for (int call = 0; call < 4; call++) {
            story.call("cyd", at(days(call))).about("billing");
        }

        List<Journey> journeys = story.tick(days(30)).journeys();
        assertThat(journeys).hasSize(3).extracting(Journey::getResolved).containsOnly(true);
        assertThat(journeys).filteredOn(Journey::getFirstContactResolution).hasSize(2);
        assertThat(journeys.stream().mapToInt(Journey::getContactCount).sum()).isEqualTo(6);
    }

    @Test
    void recommendationsOfSevenOfWhomSixAnswered() {
        List<Integer> scores = List.of(1, 8, 8, 10, 5, 9);
        for (int i = 0; i < scores.size(); i++) {
            story.call("customer " + i, at(0));
            story.survey("customer " + i, Instrument.NPS, at(10)).scored(scores.get(i), 0, 10);
        }
        story.call("who did not answer", at(0));
        story.survey("who did not answer", Instrument.NPS, at(10));

        List<Double> answers = story.journeys().stream()
                .map(Journey::getNps)
                .filter(Objects::nonNull)
                .toList();
        long promoters = answers.stream().filter(answer -> answer >= 9).count();
        long detractors = answers.stream().filter(answer -> answer <= 6).count();
        assertThat(answers).hasSize(6);
        assertThat(promoters - detractors).isZero();
    }

    @Test
    void tenOfAHundredCallsWereAbandoned() {
        for (int caller = 0; caller < 90; caller++) {
            story.call("caller " + caller, at(caller));
        }
        for (int caller = 90; caller < 100; caller++) {
            story.abandonedCall("caller " + caller, at(caller));
        }

        assertThat(story.journeys())
                .hasSize(100)
                .filteredOn(journey -> journey.getAbandons() == 1)
                .hasSize(10);
    }
}
