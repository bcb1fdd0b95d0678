package io.journeystream.measures;

import static io.journeystream.events.Instrument.CES;
import static io.journeystream.events.Instrument.CSAT;
import static io.journeystream.events.Instrument.NPS;
import static io.journeystream.stories.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Instrument;
import io.journeystream.stories.Story;
import io.journeystream.stories.SurveyStory;
import org.junit.jupiter.api.Test;

class SurveyScoresTest {
    private final Story story = Story.told();

    SurveyScoresTest() {
        story.call("ada", at(0));
    }

    private SurveyStory survey(Instrument instrument, long minutes) {
        return story.survey("ada", instrument, at(minutes));
    }

    @Test
    void effortScoresAreMeansOnOneToSeven() {
        survey(CES, 10).scored(5, 1, 5);
        survey(CES, 11).scored(4, 1, 7);

        assertThat(story.only().getCes()).isEqualTo(5.5);
    }

    @Test
    void whereLowerIsBetterTheScaleIsTurnedRound() {
        survey(CES, 10).scored(1, 1, 5).lowerIsBetter();

        assertThat(story.only().getCes()).isEqualTo(7);
    }

    @Test
    void satisfactionIsAMeanOnOneToFive() {
        survey(CSAT, 10).scored(10, 0, 10);
        survey(CSAT, 11).scored(0, 0, 10);

        assertThat(story.only().getCsat()).isEqualTo(3);
    }

    @Test
    void theLastRecommendationCounts() {
        survey(NPS, 10).scored(10, 0, 10);
        survey(NPS, 12).scored(3, 1, 5);
        survey(NPS, 11).scored(0, 0, 10);

        assertThat(story.only().getNps()).isEqualTo(5);
    }

    @Test
    void aSurveyThatWasNotAnsweredCountsNothing() {
        survey(NPS, 10).scored(10, 0, 10);
        survey(NPS, 12);

        assertThat(story.only().getNps()).isEqualTo(10);
        assertThat(story.only().getCes()).isNull();
        assertThat(story.only().getCsat()).isNull();
    }
}
