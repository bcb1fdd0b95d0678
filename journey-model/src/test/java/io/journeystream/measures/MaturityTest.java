package io.journeystream.measures;

import static io.journeystream.events.Operation.CASE_ASSIGNED;
import static io.journeystream.events.Operation.CASE_CLOSED;
import static io.journeystream.events.Operation.CASE_OPENED;
import static io.journeystream.stories.JourneyAssert.assertThat;
import static io.journeystream.stories.Settings.defaults;
import static io.journeystream.stories.Settings.gap;
import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.days;
import static io.journeystream.stories.Times.hours;
import static io.journeystream.stories.Times.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.stories.Story;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MaturityTest {
    private static final Duration A_CALL_AND_ITS_GAP = minutes(4).plus(days(7));

    private final Story story = Story.told();

    private void callAboutACase() {
        story.call("ada", at(0)).about("billing").reference("case", "1");
    }

    @Test
    void aJourneyIsProvisionalUntilItsGapHasPassed() {
        story.call("ada", at(0));

        assertThat(story.tick(A_CALL_AND_ITS_GAP).only()).isProvisional();
        assertThat(story.tick(A_CALL_AND_ITS_GAP.plusMillis(1)).only()).isMatured();
    }

    @Test
    void theGapIsThatOfItsType() {
        Story quick = Story.under(defaults(gap(hours(1))));
        quick.call("ada", at(0));

        assertThat(quick.tick(minutes(64)).only()).isProvisional();
        assertThat(quick.tick(minutes(64).plusMillis(1)).only()).isMatured();
    }

    @Test
    void anOpenCaseIsWaitedFor() {
        callAboutACase();
        story.operation("ada", CASE_OPENED, at(days(2))).ofCase("1");

        assertThat(story.tick(days(32)).only()).isProvisional();
        assertThat(story.tick(days(32).plusMillis(1)).only()).isMatured();
    }

    @Test
    void aClosedCaseIsNot() {
        callAboutACase();
        story.operation("ada", CASE_OPENED, at(1)).ofCase("1");
        story.operation("ada", CASE_CLOSED, at(2)).ofCase("1");

        assertThat(story.tick(A_CALL_AND_ITS_GAP.plusMillis(1)).only()).isMatured();
    }

    @Test
    void whicheverCaseEventWasLatestSaysWhetherTheCaseIsOpen() {
        callAboutACase();
        story.operation("ada", CASE_CLOSED, at(2)).ofCase("1");
        story.operation("ada", CASE_ASSIGNED, at(3)).ofCase("1");

        assertThat(story.tick(days(20)).only()).isProvisional();
    }

    @Test
    void aCaseThatWasOpenedBeforeTheContactCountsToo() {
        story.operation("ada", CASE_OPENED, at(-10)).ofCase("1");
        callAboutACase();

        assertThat(story.tick(days(20)).only()).isProvisional();
        assertThat(story.tick(minutes(4).plus(days(30)).plusMillis(1)).only()).isMatured();
    }

    @Test
    void itIsToldWhenAJourneyWillMature() {
        story.call("ada", at(0));

        assertThat(story.computed().get(0).maturesAfter())
                .isEqualTo(at(A_CALL_AND_ITS_GAP).toEpochMilli());
    }
}
