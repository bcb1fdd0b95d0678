package io.journeystream.stitching;

import static io.journeystream.stories.JourneyAssert.assertThat;
import static io.journeystream.stories.Settings.stitching;
import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.days;
import static io.journeystream.stories.Times.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.StitchingRules;
import io.journeystream.events.Operation;
import io.journeystream.stories.Story;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByReferenceTest {
    private final Story story = Story.told();

    @Test
    void contactsAboutOneCaseAreOneJourneyWhateverTheirIntent() {
        story.call("ada", at(0)).about("billing").reference("case", "4711");
        story.call("ada", at(days(100))).about("moving").reference("case", "4711");

        assertThat(story.only()).isOfType("billing").hasContacts(2);
    }

    private void callAgainAfter(Duration silence) {
        story.call("ada", at(0)).about("billing").reference("case", "4711");
        story.call("ada", at(minutes(4).plus(silence))).about("billing").reference("case", "4711");
    }

    @Test
    void aReferenceIsRememberedForHalfAYear() {
        callAgainAfter(days(180));

        assertThat(story.journeys()).hasSize(1);
    }

    @Test
    void aReferenceIsForgottenAfterThat() {
        callAgainAfter(days(180).plusMillis(1));

        assertThat(story.journeys()).hasSize(2);
    }

    @Test
    void anEventOfTheCaseKeepsItsJourneyInMind() {
        story.call("ada", at(0)).about("billing").reference("case", "4711");
        story.operation("ada", Operation.CASE_PENDING, at(days(170))).ofCase("4711");
        story.call("ada", at(days(340))).about("billing").reference("case", "4711");

        assertThat(story.only()).hasContacts(2);
    }

    @Test
    void aContactThatTheOrganisationMadeKeepsItsJourneyInMindToo() {
        story.call("ada", at(0)).about("billing").reference("case", "4711");
        story.call("ada", at(days(170))).outbound().reference("case", "4711");
        story.call("ada", at(days(340))).about("billing").reference("case", "4711");

        assertThat(story.only()).hasContacts(2);
    }

    @Test
    void theReferencesOfAJourneyAreThoseOfAllItsItems() {
        story.call("ada", at(0)).about("billing").reference("case", "4711");
        story.call("ada", at(days(20))).reference("case", "4711").reference("order", "9");
        story.call("ada", at(days(60))).about("moving").reference("order", "9");

        assertThat(story.only()).hasContacts(3);
    }

    @Test
    void aReferenceThatIsNotCorrelatedJoinsNothing() {
        story.call("ada", at(0)).about("billing").reference("ticket", "1");
        story.call("ada", at(days(20))).about("billing").reference("ticket", "1");

        assertThat(story.journeys()).hasSize(2);
    }

    @Test
    void ofSeveralJourneysTheLatestIsJoined() {
        story.call("ada", at(0)).about("billing").reference("case", "1");
        story.call("ada", at(60)).about("moving").reference("order", "2");
        story.call("ada", at(days(20))).about("wedding").reference("case", "1").reference("order", "2");

        assertThat(story.journeys().get(0)).isOfType("billing").hasContacts(1);
        assertThat(story.journeys().get(1)).isOfType("moving").hasContacts(2);
    }

    @Test
    void ofSeveralJourneysActiveUntilOneInstantTheOneBegunLastIsJoined() {
        story.web("ada", at(0))
                .about("billing")
                .reference("case", "1")
                .after(minutes(8))
                .ended();
        story.web("ada", at(1))
                .about("moving")
                .reference("order", "2")
                .after(minutes(7))
                .ended();
        story.call("ada", at(days(20))).about("wedding").reference("case", "1").reference("order", "2");

        assertThat(story.journeys().get(0)).isOfType("billing").hasContacts(1);
        assertThat(story.journeys().get(1)).isOfType("moving").hasContacts(2);
    }

    @Test
    void aSharedCaseOutweighsDifferentOrders() {
        story.call("ada", at(0)).about("billing").reference("case", "1").reference("order", "a");
        story.call("ada", at(60)).about("billing").reference("case", "1").reference("order", "b");

        assertThat(story.only()).hasContacts(2);
    }

    @Test
    void anUnclassifiedJourneyTakesTheTypeThatJoinsIt() {
        story.call("ada", at(0)).reference("case", "1");
        story.operation("ada", Operation.CASE_ASSIGNED, at(days(2)))
                .about("billing")
                .ofCase("1");

        assertThat(story.only()).isOfType("billing").hasContacts(1);
    }

    @Test
    void theKeysThatCorrelateAreConfigured() {
        StitchingRules standard = StitchingRules.STANDARD;
        Story own = Story.under(stitching(new StitchingRules(
                standard.abandonJoin(), standard.sessionGap(), days(2), List.of("ticket"), standard.distinguish())));
        own.call("ada", at(0)).about("billing").reference("ticket", "1");
        own.call("ada", at(days(2))).about("moving").reference("ticket", "1");

        assertThat(own.only()).hasContacts(2);
    }
}
