package io.journeystream.measures;

import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.hours;
import static io.journeystream.stories.Times.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.journeys.Containment;
import io.journeystream.journeys.TerminalClass;
import io.journeystream.stories.Story;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContainmentTest {
    private static final Containment VERIFIED = new Containment(TerminalClass.CONTAINED_ASSUMED, true, true);
    private static final Containment DISPROVED = new Containment(TerminalClass.CONTAINED_ASSUMED, true, false);

    private final Story story = Story.told();

    private void reachesTheGoalIn(Duration time) {
        story.contact("ada", "web", at(0))
                .about("billing")
                .started()
                .goalReached()
                .after(time)
                .ended();
    }

    private void callsAfter(Duration time) {
        story.call("ada", at(time)).about("billing");
    }

    private Containment containment() {
        return story.only().getContainment();
    }

    @Test
    void nobodyAskingForHelpVerifiesIt() {
        reachesTheGoalIn(minutes(10));

        assertThat(containment()).isEqualTo(VERIFIED);
    }

    @Test
    void aCallWithinADayAfterItsEndDisprovesIt() {
        reachesTheGoalIn(minutes(10));
        callsAfter(minutes(10).plus(hours(24)));

        assertThat(containment()).isEqualTo(DISPROVED);
    }

    @Test
    void aCallAfterThatDoesNot() {
        reachesTheGoalIn(minutes(10));
        callsAfter(minutes(10).plus(hours(24)).plusMillis(1));

        assertThat(containment()).isEqualTo(VERIFIED);
    }

    @Test
    void aCallWhileItStillGoesOnDisprovesIt() {
        reachesTheGoalIn(minutes(10));
        callsAfter(minutes(1));

        assertThat(containment()).isEqualTo(DISPROVED);
    }

    @Test
    void aCallOfTheSameInstantIsNoConsequence() {
        story.contact("ada", "web", at(0)).from("a").about("billing").started().goalReached();
        story.call("ada", at(0)).from("b").about("billing");

        assertThat(containment()).isEqualTo(VERIFIED);
    }

    @Test
    void anotherVisitDoesNotDisproveIt() {
        reachesTheGoalIn(minutes(10));
        story.web("ada", at(60)).about("billing");

        assertThat(containment()).isEqualTo(VERIFIED);
    }

    @Test
    void aVisitThatEndsWithAnEmployeeDoesEvenIfNobodyServes() {
        reachesTheGoalIn(minutes(10));
        story.web("ada", at(60)).about("billing").on("chat").queued();

        assertThat(containment()).isEqualTo(DISPROVED);
    }

    @Test
    void aCallThatTheOrganisationMakesDoesNotDisproveIt() {
        reachesTheGoalIn(minutes(10));
        story.call("ada", at(60)).about("billing").outbound();

        assertThat(containment()).isEqualTo(VERIFIED);
    }

    @Test
    void whatWasNotContainedIsNotVerified() {
        story.web("ada", at(0)).about("billing");

        assertThat(containment()).isEqualTo(new Containment(TerminalClass.UNCONFIRMED, false, false));
    }

    @Test
    void whoBeginsWithAnEmployeeHasNone() {
        story.call("ada", at(0)).about("billing");
        story.web("ada", at(10)).about("billing");

        assertThat(story.only().getContainment()).isNull();
    }
}
