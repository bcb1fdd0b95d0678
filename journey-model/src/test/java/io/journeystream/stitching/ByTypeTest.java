package io.journeystream.stitching;

import static io.journeystream.stories.JourneyAssert.assertThat;
import static io.journeystream.stories.Settings.journey;
import static io.journeystream.stories.Settings.journeys;
import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.days;
import static io.journeystream.stories.Times.hours;
import static io.journeystream.stories.Times.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Operation;
import io.journeystream.journeys.Journey;
import io.journeystream.stories.Story;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ByTypeTest {
    private final Story story = Story.told();

    private void callAboutBilling(Duration sinceBeginning) {
        story.call("ada", at(sinceBeginning)).about("billing");
    }

    @Test
    void oneWeekOfSilenceIsBridged() {
        callAboutBilling(minutes(0));
        callAboutBilling(minutes(4).plus(days(7)));

        assertThat(story.only()).isOfType("billing").hasContacts(2);
    }

    @Test
    void moreSilenceBeginsAnotherJourney() {
        callAboutBilling(minutes(0));
        callAboutBilling(minutes(4).plus(days(7)).plusMillis(1));

        assertThat(story.journeys()).hasSize(2);
    }

    @Test
    void aWeeklyCallerIsNotOneEndlessIssue() {
        for (int week = 0; week < 7; week++) {
            callAboutBilling(days(6L * week));
        }

        assertThat(story.journeys()).extracting(Journey::getContactCount).containsExactly(6, 1);
    }

    @Test
    void aJourneyTakesInWhatBeginsOnItsThirtiethDay() {
        for (int day = 0; day <= 30; day += 5) {
            callAboutBilling(days(day));
        }
        callAboutBilling(days(30).plusMillis(1));

        assertThat(story.journeys()).extracting(Journey::getContactCount).containsExactly(7, 1);
    }

    @Test
    void anotherOrderIsAnotherIssue() {
        story.call("ada", at(0)).about("delivery").reference("order", "1");
        story.call("ada", at(60)).about("delivery").reference("order", "2");

        assertThat(story.journeys()).hasSize(2);
    }

    @Test
    void aCallThatNamesNoOrderMayBeAboutTheOneBefore() {
        story.call("ada", at(0)).about("delivery").reference("order", "1");
        story.call("ada", at(60)).about("delivery");

        assertThat(story.only()).hasContacts(2);
    }

    @Test
    void aSecondTicketAboutTheSameThingIsStillTheSameIssue() {
        story.call("ada", at(0)).about("delivery").reference("case", "1");
        story.call("ada", at(60)).about("delivery").reference("case", "2");

        assertThat(story.only()).hasContacts(2);
    }

    @Test
    void theLatestJourneyThatDoesNotDifferIsJoined() {
        story.call("ada", at(0)).about("delivery").reference("order", "1");
        story.call("ada", at(60)).about("delivery").reference("order", "2");
        story.call("ada", at(120)).about("delivery").reference("order", "1");
        story.call("ada", at(180)).about("delivery");

        assertThat(story.journeys()).extracting(Journey::getContactCount).containsExactly(3, 1);
    }

    @Test
    void differentIntentsOfOneDefinitionAreOneType() {
        Story own = Story.under(journeys(journey("money", "billing", "refund"), journey("other", "refund")));
        own.call("ada", at(0)).about("billing");
        own.call("ada", at(60)).about("refund");

        assertThat(own.only()).isOfType("money").hasContacts(2);
    }

    @Test
    void anIntentThatNoDefinitionHasIsItsOwnType() {
        Story own = Story.under(journeys(journey("money", "billing")));
        own.call("ada", at(0)).about("moving");

        assertThat(own.only()).isOfType("moving");
    }

    @Test
    void aCallThatTheOrganisationMakesJoinsButDoesNotProlong() {
        callAboutBilling(minutes(0));
        story.call("ada", at(days(5))).about("billing").outbound();
        callAboutBilling(days(8));

        assertThat(story.journeys())
                .extracting(journey -> journey.getContacts().size())
                .containsExactly(2, 1);
        assertThat(story.journeys().get(0).getActiveUntil()).isEqualTo(at(4));
    }

    @Test
    void anOperationJoinsItsTypeButDoesNotProlong() {
        callAboutBilling(minutes(0));
        story.operation("ada", Operation.PROMISE_BROKEN, at(hours(5))).about("billing");

        assertThat(story.only()).hasEvents("PROMISE_BROKEN");
        assertThat(story.only().getActiveUntil()).isEqualTo(at(4));
    }

    @Test
    void customersDoNotShareJourneys() {
        callAboutBilling(minutes(0));
        story.call("bob", at(10)).about("billing");

        assertThat(story.journeys()).hasSize(2);
    }
}
