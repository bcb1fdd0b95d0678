package io.journeystream.contacts;

import static io.journeystream.journeys.TerminalClass.ABANDONED;
import static io.journeystream.journeys.TerminalClass.CONTAINED_ASSUMED;
import static io.journeystream.journeys.TerminalClass.CONTAINED_CONFIRMED;
import static io.journeystream.journeys.TerminalClass.HANDED_OFF;
import static io.journeystream.journeys.TerminalClass.NO_INTENT;
import static io.journeystream.journeys.TerminalClass.UNCONFIRMED;
import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Action;
import io.journeystream.journeys.TerminalClass;
import io.journeystream.stories.ContactStory;
import io.journeystream.stories.Story;
import org.junit.jupiter.api.Test;

class TerminalClassTest {
    private final Story story = Story.told();
    private final ContactStory visit = story.contact("ada", "bot", at(0)).started();

    private TerminalClass terminalClass() {
        return story.onlyContact().getTerminalClass();
    }

    @Test
    void whoIsHandedOffIsHandedOffWhateverElseHappened() {
        visit.confirmed().goalReached().handedOff();

        assertThat(terminalClass()).isEqualTo(HANDED_OFF);
    }

    @Test
    void whoMeetsAnEmployeeIsHandedOffThoughNobodySaidSo() {
        visit.confirmed().after(minutes(1)).on("chat").queued();

        assertThat(terminalClass()).isEqualTo(HANDED_OFF);
    }

    @Test
    void aConfirmedSolutionGoesBeforeAReachedGoal() {
        visit.goalReached().confirmed();

        assertThat(terminalClass()).isEqualTo(CONTAINED_CONFIRMED);
    }

    @Test
    void aReachedGoalIsAssumedToContainEvenIfTheCustomerLeft() {
        visit.goalReached().abandoned();

        assertThat(terminalClass()).isEqualTo(CONTAINED_ASSUMED);
    }

    @Test
    void whoSaysNothingHasNoIntentEvenIfTheyLeft() {
        visit.abandoned();

        assertThat(terminalClass()).isEqualTo(NO_INTENT);
    }

    @Test
    void whoTakesAStepHasAnIntentThoughNobodyKnowsIt() {
        visit.does(Action.STEP).ended();

        assertThat(terminalClass()).isEqualTo(UNCONFIRMED);
    }

    @Test
    void whoLeavesWithAnIntentAbandons() {
        visit.about("billing").abandoned();

        assertThat(terminalClass()).isEqualTo(ABANDONED);
    }

    @Test
    void whoJustEndsIsUnconfirmed() {
        visit.about("billing").ended();

        assertThat(terminalClass()).isEqualTo(UNCONFIRMED);
    }

    @Test
    void aContactThatBeginsWithAnEmployeeHasNone() {
        Story other = Story.told();
        other.contact("ada", "chat", at(0)).queued().after(minutes(1)).on("bot").goalReached();

        assertThat(other.onlyContact().getTerminalClass()).isNull();
    }

    @Test
    void aContactThatTheOrganisationBeganHasNone() {
        Story other = Story.told();
        other.call("ada", at(0)).about("billing");
        other.web("ada", at(60)).about("billing").outbound();

        assertThat(other.only().getContacts().get(1).getTerminalClass()).isNull();
    }

    @Test
    void aJoinedContactIsJudgedByAllItsTries() {
        Story other = Story.told();
        other.contact("ada", "ivr", at(0)).started().goalReached().abandoned();
        other.contact("ada", "ivr", at(5)).started().ended();

        assertThat(other.onlyContact().getTerminalClass()).isEqualTo(CONTAINED_ASSUMED);
    }
}
