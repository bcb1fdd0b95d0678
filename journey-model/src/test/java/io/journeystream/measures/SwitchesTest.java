package io.journeystream.measures;

import static io.journeystream.stories.JourneyAssert.assertThat;
import static io.journeystream.stories.Settings.channels;
import static io.journeystream.stories.Settings.priced;
import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.stories.Story;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SwitchesTest {
    private final Story story = Story.under(
            channels(priced("phone", "5", "0", "1"), priced("web", "0.5", "0", "1"), priced("chat", "2", "0", "1")));

    @Test
    void whoCallsAfterAVisitThatSolvedNothingVisiblyHadTo() {
        story.web("ada", at(0)).about("billing");
        story.call("ada", at(20)).about("billing");

        assertThat(story.only()).hasSwitches(1, 0, 0);
    }

    @Test
    void whoWantedNothingOfTheSiteThatAnybodyKnowsOfWasNotForcedByIt() {
        story.web("ada", at(0));
        story.call("ada", at(20));

        assertThat(story.only()).hasSwitches(0, 1, 0);
    }

    @Test
    void whoCallsAfterAVisitThatReachedItsGoalWantedTo() {
        story.contact("ada", "web", at(0)).started().goalReached();
        story.call("ada", at(20));

        assertThat(story.only()).hasSwitches(0, 1, 0);
    }

    @Test
    void whoChangesChannelInsideAContactIsSwitchedByForce() {
        story.contact("ada", "web", at(0))
                .started()
                .goalReached()
                .after(minutes(1))
                .on("chat")
                .connected();

        assertThat(story.only()).hasSwitches(1, 0, 0);
    }

    @Test
    void fromTheMenuToAnEmployeeOfTheSameCallIsNoSwitch() {
        story.contact("ada", "ivr", at(0)).started().handedOff().on("phone").connected();

        assertThat(story.only()).hasSwitches(0, 0, 0);
    }

    @Test
    void aSecondCallIsARepeatAndNoSwitch() {
        story.call("ada", at(0)).about("billing");
        story.call("ada", at(60)).about("billing");

        assertThat(story.only()).hasSwitches(0, 0, 0);
        assertThat(story.only().getRepeats()).isEqualTo(1);
    }

    @Test
    void whoVisitsWhileStillOnThePhoneIsInBothAtOnce() {
        story.call("ada", at(0)).about("billing");
        story.web("ada", at(3)).about("billing");

        assertThat(story.only()).hasSwitches(0, 0, 1);
    }

    @Test
    void whoVisitsAtTheMomentOfHangingUpIsNot() {
        story.call("ada", at(0)).about("billing");
        story.web("ada", at(4)).about("billing");

        assertThat(story.only()).hasSwitches(0, 1, 0);
    }

    @Test
    void whoNobodyServedIsForced() {
        story.abandonedCall("ada", at(0)).about("billing");
        story.web("ada", at(10)).about("billing");

        assertThat(story.only()).hasSwitches(1, 0, 0);
    }

    @Test
    void whoWasHandedOffToNobodyIsForced() {
        story.contact("ada", "bot", at(0)).about("billing").started().handedOff();
        story.call("ada", at(10)).about("billing");

        assertThat(story.only()).hasSwitches(1, 0, 0);
    }

    @Test
    void whoWasHandedOffToSomebodyIsNot() {
        story.contact("ada", "ivr", at(0))
                .about("billing")
                .started()
                .handedOff()
                .on("phone")
                .connected();
        story.web("ada", at(10)).about("billing");

        assertThat(story.only()).hasSwitches(0, 1, 0);
    }

    @Test
    void theCostOfSwitchingBeginsWithTheLegThatTheFirstSwitchLeadsTo() {
        story.web("ada", at(0)).about("billing");
        story.call("ada", at(20)).about("billing");
        story.call("ada", at(60)).about("billing");

        assertThat(story.only().getCost()).isEqualTo(new BigDecimal("10.500000"));
        assertThat(story.only().getSwitchCost()).isEqualTo(new BigDecimal("10.000000"));
    }

    @Test
    void beingInTwoChannelsAtOnceIsNoCostOfSwitching() {
        story.call("ada", at(0)).about("billing");
        story.web("ada", at(3)).about("billing");

        assertThat(story.only().getSwitchCost()).isEqualTo(new BigDecimal("0.000000"));
    }

    @Test
    void theCostOfSwitchingLeavesOutWhatTheOrganisationBegan() {
        story.web("ada", at(0)).about("billing");
        story.call("ada", at(20)).about("billing");
        story.call("ada", at(60)).about("billing").outbound();

        assertThat(story.only().getSwitchCost()).isEqualTo(new BigDecimal("5.000000"));
    }

    @Test
    void channelsAreListedAndFamiliesCounted() {
        story.contact("ada", "ivr", at(0))
                .about("billing")
                .started()
                .on("phone")
                .connected();
        story.web("ada", at(60)).about("billing");
        story.call("ada", at(120)).about("billing");

        assertThat(story.only().getChannels()).containsExactly("ivr", "phone", "web");
        assertThat(story.only().getChannelCount()).isEqualTo(2);
        assertThat(story.only().getEntryChannel()).isEqualTo("ivr");
        assertThat(story.only().getLastChannel()).isEqualTo("phone");
    }
}
