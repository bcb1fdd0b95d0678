package io.journeystream.measures;

import static io.journeystream.stories.JourneyAssert.assertThat;
import static io.journeystream.stories.Settings.journeys;
import static io.journeystream.stories.Settings.startingOn;
import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.days;
import static io.journeystream.stories.Times.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Instrument;
import io.journeystream.events.Operation;
import io.journeystream.journeys.ResolutionBasis;
import io.journeystream.stories.Story;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeToResolutionTest {
    private final Story story = Story.told();

    private Duration time() {
        Long millis = story.only().getTimeToResolutionMillis();
        assertThat(millis).isNotNull();
        return Duration.ofMillis(millis);
    }

    private void operation(Operation operation, String number, long minutes) {
        story.operation("ada", operation, at(minutes)).about("billing").ofCase(number);
    }

    @Test
    void aCaseIsResolvedByTheFirstEventOfItsFinalRun() {
        story.call("ada", at(0)).about("billing");
        operation(Operation.CASE_RESOLVED, "1", 10);
        operation(Operation.CASE_REOPENED, "1", 20);
        operation(Operation.CASE_RESOLVED, "1", 30);
        operation(Operation.CASE_CLOSED, "1", 500);

        assertThat(time()).isEqualTo(minutes(30));
    }

    @Test
    void ofSeveralCasesTheLastOneCounts() {
        story.call("ada", at(0)).about("billing");
        operation(Operation.CASE_RESOLVED, "1", 50);
        operation(Operation.CASE_RESOLVED, "2", 20);
        operation(Operation.CASE_CLOSED, "2", 500);

        assertThat(time()).isEqualTo(minutes(50));
    }

    @Test
    void anOperationResolvesWithItsLatestGoal() {
        story.call("ada", at(0)).about("billing");
        operation(Operation.GOAL_REACHED, "1", 30);
        operation(Operation.GOAL_REACHED, "1", 40);

        assertThat(time()).isEqualTo(minutes(40));
    }

    @Test
    void anOutcomeTakesUntilTheLastContactHasEnded() {
        story.call("ada", at(0)).about("billing");
        story.call("ada", at(60)).about("billing").goalReached();

        assertThat(time()).isEqualTo(minutes(64));
    }

    @Test
    void soDoesTheCustomersWord() {
        story.call("ada", at(0)).about("billing");
        story.survey("ada", Instrument.RESOLUTION, at(90)).saysResolved(true);

        assertThat(time()).isEqualTo(minutes(4));
    }

    @Test
    void ofSilenceNobodyKnowsWhen() {
        story.call("ada", at(0));

        assertThat(story.tick(days(8)).only()).isResolvedBy(ResolutionBasis.SILENCE);
        assertThat(story.only().getTimeToResolutionMillis()).isNull();
    }

    @Test
    void whatIsUnresolvedTakesNoTime() {
        story.abandonedCall("ada", at(0));

        assertThat(story.only().getTimeToResolutionMillis()).isNull();
    }

    @Test
    void itIsNeverNegative() {
        operation(Operation.CASE_CLOSED, "1", -60);
        story.call("ada", at(-60)).about("billing").reference("case", "1");

        assertThat(time()).isZero();
    }

    @Test
    void withoutAContactItCountsFromTheStartOfTheJourney() {
        Story own = Story.under(journeys(startingOn("moving", "move", Operation.CASE_OPENED)));
        own.operation("ada", Operation.CASE_OPENED, at(0)).about("move");
        own.operation("ada", Operation.CASE_CLOSED, at(45)).about("move");

        assertThat(own.only()).isResolvedBy(ResolutionBasis.CASE);
        assertThat(own.only().getTimeToResolutionMillis()).isEqualTo(minutes(45).toMillis());
    }

    @Test
    void itCountsFromTheFirstContactEvenIfAnOperationBeganTheJourney() {
        Story own = Story.under(journeys(startingOn("moving", "move", Operation.PROMISE_MADE)));
        own.operation("ada", Operation.PROMISE_MADE, at(0)).about("move");
        own.call("ada", at(60)).about("move").goalReached();

        assertThat(own.only().getTimeToResolutionMillis()).isEqualTo(minutes(4).toMillis());
    }
}
