package io.journeystream.stitching;

import static io.journeystream.stories.JourneyAssert.assertThat;
import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Operation;
import io.journeystream.journeys.Journey;
import io.journeystream.stories.Story;
import org.junit.jupiter.api.Test;

/** Rules 3 and 4: contacts whose reason nobody knows. */
class SessionTest {
    private final Story story = Story.told();

    @Test
    void webHelpBeforeACallBelongsToWhatTheCallWasAbout() {
        story.web("ada", at(0));
        story.call("ada", at(20)).about("billing");

        assertThat(story.only()).isOfType("billing").hasContacts(2);
    }

    @Test
    void adoptionBridgesHalfAnHour() {
        story.web("ada", at(0));
        story.call("ada", at(32)).about("billing");

        assertThat(story.journeys()).hasSize(1);
    }

    @Test
    void adoptionDoesNotBridgeMore() {
        story.web("ada", at(0));
        story.call("ada", at(minutes(32).plusMillis(1))).about("billing");

        assertThat(story.journeys()).extracting(Journey::getType).containsExactly("unclassified", "billing");
    }

    @Test
    void aJourneyOfTheTypeGoesBeforeAdoption() {
        story.call("ada", at(0)).about("billing");
        story.web("ada", at(120));
        story.call("ada", at(130)).about("billing");

        assertThat(story.journeys()).extracting(Journey::getType).containsExactly("billing", "unclassified");
    }

    @Test
    void onlyTheLatestJourneyIsAdopted() {
        story.web("ada", at(0)).reference("order", "1");
        story.web("ada", at(5)).reference("order", "2").about("moving");
        story.call("ada", at(10)).about("billing");

        assertThat(story.journeys()).extracting(Journey::getType).containsExactly("unclassified", "moving", "billing");
    }

    @Test
    void whatDiffersIsNotAdopted() {
        story.web("ada", at(0)).reference("order", "1");
        story.call("ada", at(10)).about("billing").reference("order", "2");

        assertThat(story.journeys()).extracting(Journey::getType).containsExactly("unclassified", "billing");
    }

    @Test
    void aCallThatTheOrganisationMakesAdoptsNothing() {
        story.web("ada", at(0));
        story.call("ada", at(10)).about("billing").outbound();

        assertThat(story.only()).isOfType("unclassified");
        assertThat(story.only().getContacts()).hasSize(1);
    }

    @Test
    void aContactWithoutReasonJoinsWhatIsGoingOn() {
        story.call("ada", at(0)).about("billing");
        story.web("ada", at(34));

        assertThat(story.only()).isOfType("billing").hasContacts(2);
    }

    @Test
    void aContactWithoutReasonAfterAnHourIsItsOwnJourney() {
        story.call("ada", at(0)).about("billing");
        story.web("ada", at(minutes(34).plusMillis(1)));

        assertThat(story.journeys()).extracting(Journey::getType).containsExactly("billing", "unclassified");
    }

    @Test
    void aContactWithoutReasonJoinsTheLatestThatDoesNotDiffer() {
        story.call("ada", at(0)).about("billing").reference("order", "1");
        story.call("ada", at(5)).about("billing").reference("order", "2");
        story.web("ada", at(10)).reference("claim", "x").reference("order", "3");
        story.web("ada", at(15));

        assertThat(story.journeys()).extracting(Journey::getContactCount).containsExactly(1, 1, 2);
    }

    @Test
    void aContactWithoutReasonThatTheOrganisationMakesIsNobodysBusiness() {
        story.call("ada", at(0)).about("billing");
        story.web("ada", at(10)).outbound();

        assertThat(story.only().getContacts()).hasSize(1);
    }

    @Test
    void anOperationWithoutTypeJoinsNoSession() {
        story.call("ada", at(0)).about("billing");
        story.operation("ada", Operation.NOTICE_SENT, at(10));

        assertThat(story.only()).hasEvents();
    }
}
