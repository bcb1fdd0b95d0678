package io.journeystream.stitching;

import static io.journeystream.events.Instrument.COMMENT;
import static io.journeystream.stories.JourneyAssert.assertThat;
import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.days;
import static io.journeystream.stories.Times.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.stories.Story;
import io.journeystream.stories.SurveyStory;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SurveyJoinTest {
    private final Story story = Story.told();

    private SurveyStory survey(Instant at) {
        return story.survey("ada", COMMENT, at);
    }

    private boolean isOf(int journey) {
        return !story.journeys().get(journey).getEvents().isEmpty();
    }

    @Test
    void aSurveyIsAboutTheContactThatItNames() {
        story.call("ada", at(0)).about("billing").named("k1");
        story.call("ada", at(60)).about("moving").named("k2");
        survey(at(120)).onContact("k1").from("survey tool");

        assertThat(isOf(0)).isTrue();
        assertThat(isOf(1)).isFalse();
    }

    @Test
    void aSurveyMayNameATransferLeg() {
        story.call("ada", at(0)).about("billing").named("k1");
        story.call("ada", at(10)).named("k1-b").partOf("k1");
        story.call("ada", at(60)).about("moving");
        survey(at(120)).onContact("k1-b");

        assertThat(isOf(0)).isTrue();
    }

    @Test
    void aSurveyMayNameATryThatWasJoined() {
        story.abandonedCall("ada", at(0)).about("billing").named("k1");
        story.call("ada", at(10)).named("k2");
        story.call("ada", at(60)).about("moving");
        survey(at(120)).onContact("k2");

        assertThat(isOf(0)).isTrue();
    }

    @Test
    void aSurveyMayNameACallThatTheOrganisationMade() {
        story.call("ada", at(0)).about("billing");
        story.call("ada", at(20)).about("billing").outbound().named("k2");
        story.call("ada", at(60)).about("moving");
        survey(at(120)).onContact("k2");

        assertThat(isOf(0)).isTrue();
    }

    @Test
    void anUnknownContactDoesNotMakeASurveyHomeless() {
        story.call("ada", at(0)).about("billing");
        survey(at(120)).onContact("nobody knows");

        assertThat(isOf(0)).isTrue();
    }

    @Test
    void aSharedReferenceGoesBeforeTheLastContact() {
        story.call("ada", at(0)).about("billing").reference("order", "1");
        story.call("ada", at(60)).about("moving");
        survey(at(120)).reference("order", "1");

        assertThat(isOf(0)).isTrue();
        assertThat(isOf(1)).isFalse();
    }

    @Test
    void ofSeveralThatShareAReferenceTheOneBegunLastIsMeant() {
        story.call("ada", at(0)).about("billing").reference("order", "1");
        story.call("ada", at(60)).about("moving").reference("claim", "2");
        survey(at(120)).reference("order", "1").reference("claim", "2");

        assertThat(isOf(1)).isTrue();
    }

    @Test
    void aJourneyThatBeganAfterTheSurveyIsNotMeantByItsReference() {
        story.call("ada", at(0)).about("billing");
        survey(at(30)).reference("order", "1");
        story.call("ada", at(60)).about("moving").reference("order", "1");

        assertThat(isOf(0)).isTrue();
        assertThat(isOf(1)).isFalse();
    }

    @Test
    void elseTheContactThatEndedLastIsMeant() {
        story.contact("ada", "web", at(0))
                .about("billing")
                .started()
                .after(minutes(50))
                .ended();
        story.call("ada", at(20)).about("moving");
        survey(at(60));

        assertThat(isOf(0)).isTrue();
    }

    @Test
    void ofContactsThatEndedTogetherTheOneThatStartedLastIsMeant() {
        story.contact("ada", "web", at(0))
                .about("billing")
                .started()
                .after(minutes(24))
                .ended();
        story.call("ada", at(20)).about("moving");
        survey(at(60));

        assertThat(isOf(1)).isTrue();
    }

    @Test
    void aContactThatHasNotEndedIsNotMeant() {
        story.call("ada", at(0)).about("billing");
        survey(at(3));

        assertThat(story.only()).hasEvents();
    }

    @Test
    void aContactThatEndsAtThatInstantIs() {
        story.call("ada", at(0)).about("billing");
        survey(at(4));

        assertThat(story.only()).hasEvents("COMMENT");
    }

    @Test
    void aSurveyOneWeekLaterIsAboutNothing() {
        story.call("ada", at(0)).about("billing");
        survey(at(minutes(4).plus(days(7))));

        assertThat(story.only()).hasEvents();
    }

    @Test
    void aSurveyJustBeforeThatIsAboutTheContact() {
        story.call("ada", at(0)).about("billing");
        survey(at(minutes(4).plus(days(7)).minusMillis(1)));

        assertThat(story.only()).hasEvents("COMMENT");
    }

    @Test
    void aCallThatTheOrganisationMadeIsNoLastContact() {
        story.call("ada", at(0)).about("billing");
        story.call("ada", at(days(6))).about("billing").outbound();
        survey(at(days(8)));

        assertThat(story.only()).hasEvents();
    }

    @Test
    void aContactNamedAfterHalfAYearIsForgotten() {
        story.call("ada", at(0)).about("billing").named("k1");
        survey(at(minutes(4).plus(days(180)).plusMillis(1))).onContact("k1");

        assertThat(story.only()).hasEvents();
    }

    @Test
    void aSurveyChangesNeitherTypeNorEnd() {
        story.web("ada", at(0));
        survey(at(20)).about("billing").reference("order", "1");

        assertThat(story.only()).isOfType("unclassified").hasEvents("COMMENT");
        assertThat(story.only().getActiveUntil()).isEqualTo(at(2));
    }
}
