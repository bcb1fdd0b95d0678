package io.journeystream.stitching;

import static io.journeystream.stories.JourneyAssert.assertThat;
import static io.journeystream.stories.Settings.journeys;
import static io.journeystream.stories.Settings.startingOn;
import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Operation;
import io.journeystream.journeys.Journey;
import io.journeystream.stories.Story;
import org.junit.jupiter.api.Test;

/** Rules 5 and 6: what begins a journey, and what becomes of the rest. */
class StartAndContextTest {
    private final Story story =
            Story.under(journeys(startingOn("moving", "move", Operation.PROMISE_MADE, Operation.CASE_OPENED)));

    @Test
    void anOperationThatStartsItsTypeBeginsAJourneyWithoutContact() {
        story.operation("ada", Operation.PROMISE_MADE, at(0)).about("move");

        assertThat(story.only()).isOfType("moving").hasContacts(0).hasEvents("PROMISE_MADE");
        assertThat(story.only().getTeam()).isEqualTo("team of moving");
        assertThat(story.only().getActiveUntil()).isEqualTo(at(0));
        assertThat(story.only().getFirstContactResolution()).isNull();
        assertThat(story.only().getEntryChannel()).isNull();
    }

    @Test
    void anotherOperationBeginsNone() {
        story.operation("ada", Operation.PROMISE_BROKEN, at(0)).about("move");

        assertThat(story.journeys()).isEmpty();
    }

    @Test
    void anOperationOfAnotherTypeBeginsNone() {
        story.operation("ada", Operation.PROMISE_MADE, at(0)).about("billing");
        story.operation("ada", Operation.PROMISE_MADE, at(0));

        assertThat(story.journeys()).isEmpty();
    }

    @Test
    void aCallThatTheOrganisationMakesBeginsNone() {
        story.call("ada", at(0)).about("move").outbound();

        assertThat(story.journeys()).isEmpty();
    }

    @Test
    void theFirstContactDecidesHowLongAJourneyThatAnOperationBeganIsActive() {
        story.operation("ada", Operation.PROMISE_MADE, at(0)).about("move");
        story.call("ada", at(days(1))).about("move");

        assertThat(story.only()).hasContacts(1);
        assertThat(story.only().getStartedAt()).isEqualTo(at(0));
        assertThat(story.only().getActiveUntil()).isEqualTo(at(days(1).plusMinutes(4)));
    }

    @Test
    void whatLedToAContactJoinsItThoughItCameBefore() {
        story.operation("ada", Operation.NOTICE_SENT, at(0)).reference("order", "1");
        story.call("ada", at(days(3))).about("billing").reference("order", "1");

        assertThat(story.only()).hasEvents("NOTICE_SENT").isOfType("billing");
        assertThat(story.only().getStartedAt()).isEqualTo(at(days(3)));
    }

    @Test
    void lateContextChangesNeitherTypeNorReferences() {
        story.operation("ada", Operation.NOTICE_SENT, at(0))
                .about("moving")
                .reference("order", "1")
                .reference("case", "x");
        story.call("ada", at(days(3))).reference("order", "1");
        story.call("ada", at(days(20))).about("billing").reference("case", "x");

        assertThat(story.journeys()).extracting(Journey::getType).containsExactly("unclassified", "billing");
    }

    @Test
    void contextJoinsTheJourneyBegunFirst() {
        story.operation("ada", Operation.NOTICE_SENT, at(0))
                .reference("order", "1")
                .reference("claim", "2");
        story.call("ada", at(10)).about("billing").reference("claim", "2");
        story.call("ada", at(20)).about("delivery").reference("order", "1");

        assertThat(story.journeys().get(0)).isOfType("billing").hasEvents("NOTICE_SENT");
        assertThat(story.journeys().get(1)).hasEvents();
    }

    @Test
    void contextMayComeHalfAYearBefore() {
        story.operation("ada", Operation.NOTICE_SENT, at(0)).reference("order", "1");
        story.call("ada", at(days(180))).about("billing").reference("order", "1");

        assertThat(story.only()).hasEvents("NOTICE_SENT");
    }

    @Test
    void contextOlderThanThatIsForgotten() {
        story.operation("ada", Operation.NOTICE_SENT, at(0)).reference("order", "1");
        story.call("ada", at(days(180).plusMillis(1))).about("billing").reference("order", "1");

        assertThat(story.only()).hasEvents();
    }

    @Test
    void lateContextCountsInTheMeasures() {
        story.operation("ada", Operation.CASE_REOPENED, at(0)).ofCase("1");
        story.call("ada", at(10)).about("billing").reference("case", "1");

        assertThat(story.only().getReopenings()).isEqualTo(1);
    }
}
