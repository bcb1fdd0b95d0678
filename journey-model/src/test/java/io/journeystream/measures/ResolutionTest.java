package io.journeystream.measures;

import static io.journeystream.events.Instrument.RESOLUTION;
import static io.journeystream.events.Operation.CASE_CLOSED;
import static io.journeystream.events.Operation.CASE_OPENED;
import static io.journeystream.events.Operation.CASE_PENDING;
import static io.journeystream.events.Operation.CASE_REOPENED;
import static io.journeystream.events.Operation.CASE_RESOLVED;
import static io.journeystream.events.Operation.GOAL_REACHED;
import static io.journeystream.journeys.ResolutionBasis.CASE;
import static io.journeystream.journeys.ResolutionBasis.CUSTOMER;
import static io.journeystream.journeys.ResolutionBasis.NONE;
import static io.journeystream.journeys.ResolutionBasis.OPERATION;
import static io.journeystream.journeys.ResolutionBasis.OUTCOME;
import static io.journeystream.journeys.ResolutionBasis.SILENCE;
import static io.journeystream.stories.JourneyAssert.assertThat;
import static io.journeystream.stories.Settings.defaults;
import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.TypeRules;
import io.journeystream.events.Action;
import io.journeystream.events.Operation;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.stories.ContactStory;
import io.journeystream.stories.OperationStory;
import io.journeystream.stories.Story;
import io.journeystream.stories.SurveyStory;
import org.junit.jupiter.api.Test;

/** Who says whether an issue was solved, in the order in which they are asked. */
class ResolutionTest {
    private final Story story = Story.told();

    private ContactStory call(long minutes) {
        return story.call("ada", at(minutes)).about("billing");
    }

    private OperationStory operation(Operation operation, long minutes) {
        return story.operation("ada", operation, at(minutes)).about("billing");
    }

    private SurveyStory answer(boolean resolved, long minutes) {
        return story.survey("ada", RESOLUTION, at(minutes)).saysResolved(resolved);
    }

    @Test
    void theCustomersWordGoesBeforeThatOfTheCase() {
        call(0);
        operation(CASE_OPENED, 1);
        operation(CASE_CLOSED, 10);
        answer(false, 20);

        assertThat(story.only()).isUnresolvedBy(CUSTOMER).hasStatus(JourneyStatus.OPEN);
        assertThat(story.tick(days(60)).only()).isUnresolvedBy(CUSTOMER).hasStatus(JourneyStatus.UNRESOLVED);
    }

    @Test
    void theLatestAnswerCounts() {
        call(0);
        answer(false, 20);
        answer(true, 30);

        assertThat(story.only()).isResolvedBy(CUSTOMER);
    }

    @Test
    void aSurveyWithoutAnAnswerSaysNothing() {
        call(0);
        answer(true, 20);
        story.survey("ada", RESOLUTION, at(30));

        assertThat(story.only()).isResolvedBy(CUSTOMER);
    }

    @Test
    void whoCallsAgainTakesTheAnswerBack() {
        call(0);
        answer(true, 20);
        call(21);

        assertThat(story.only()).isUndecidedBy(NONE);
    }

    @Test
    void whoCallsAtThatInstantDoesNot() {
        call(0);
        answer(true, 20);
        call(20);

        assertThat(story.only()).isResolvedBy(CUSTOMER);
    }

    @Test
    void aReopenedCaseTakesTheAnswerBack() {
        call(0);
        answer(true, 20);
        operation(CASE_REOPENED, 21);

        assertThat(story.only()).isUndecidedBy(CASE);
    }

    @Test
    void anAnswerThatWasTakenBackDoesNotBringBackTheOneBefore() {
        call(0);
        answer(true, 20);
        answer(false, 30);
        call(40);

        assertThat(story.only()).isUndecidedBy(NONE);
    }

    @Test
    void anOpenCaseIsUndecidedAtFirstAndUnresolvedInTheEnd() {
        call(0).goalReached();
        operation(CASE_OPENED, 1);

        assertThat(story.only()).isUndecidedBy(CASE);
        assertThat(story.tick(days(60)).only()).isUnresolvedBy(CASE).hasStatus(JourneyStatus.UNRESOLVED);
    }

    @Test
    void allCasesMustBeClosed() {
        call(0);
        operation(CASE_CLOSED, 10).ofCase("1");
        operation(CASE_PENDING, 5).ofCase("2");

        assertThat(story.only()).isUndecidedBy(CASE);
    }

    @Test
    void closedCasesResolve() {
        call(0);
        operation(CASE_CLOSED, 10).ofCase("1");
        operation(CASE_RESOLVED, 5).ofCase("2");

        assertThat(story.only()).isResolvedBy(CASE);
    }

    @Test
    void caseEventsWithoutANumberAreOneCase() {
        call(0);
        operation(CASE_OPENED, 1);
        operation(CASE_CLOSED, 10);

        assertThat(story.only()).isResolvedBy(CASE);
    }

    @Test
    void aLaterContactMakesClosedCasesSilent() {
        call(0);
        operation(CASE_CLOSED, 10);
        call(11).goalReached();

        assertThat(story.only()).isResolvedBy(OUTCOME);
    }

    @Test
    void aContactAtTheInstantOfClosingDoesNot() {
        call(0);
        operation(CASE_CLOSED, 10);
        call(10);

        assertThat(story.only()).isResolvedBy(CASE);
    }

    @Test
    void theOutcomeOfTheLastContactDecides() {
        call(0).goalReached();
        story.abandonedCall("ada", at(60)).about("billing");

        assertThat(story.only()).isUnresolvedBy(OUTCOME).hasStatus(JourneyStatus.OPEN);
    }

    @Test
    void aReachedGoalGoesBeforeHavingLeft() {
        story.contact("ada", "web", at(0)).started().goalReached().abandoned();

        assertThat(story.only()).isResolvedBy(OUTCOME);
    }

    @Test
    void aGoalThatOperationsReportAfterTheContactBeganResolves() {
        call(0);
        operation(GOAL_REACHED, 0);

        assertThat(story.only()).isResolvedBy(OPERATION);
    }

    @Test
    void aGoalReachedBeforeTheLastContactDoesNot() {
        call(0);
        operation(GOAL_REACHED, 30);
        call(60);

        assertThat(story.only()).isUndecidedBy(NONE);
    }

    @Test
    void silenceResolvesOnceItHasLasted() {
        call(0);

        assertThat(story.only()).isUndecidedBy(NONE);
        assertThat(story.tick(days(8)).only()).isResolvedBy(SILENCE);
    }

    @Test
    void silenceDoesNotResolveWhereItIsNotTrusted() {
        TypeRules standard = TypeRules.STANDARD;
        Story distrustful = Story.under(defaults(new TypeRules(
                standard.gap(), standard.maxLength(), standard.containmentWindow(), standard.casePatience(), false)));
        distrustful.call("ada", at(0));

        assertThat(distrustful.only()).isUndecidedBy(NONE);
        assertThat(distrustful.tick(days(8)).only()).isUnresolvedBy(NONE).hasStatus(JourneyStatus.UNRESOLVED);
    }

    @Test
    void oneContactThatResolvesIsFirstContactResolution() {
        call(0).does(Action.TRANSFERRED).goalReached();

        assertThat(story.only().getFirstContactResolution()).isTrue();
    }

    @Test
    void twoContactsAreNot() {
        call(0);
        call(60).goalReached();

        assertThat(story.only().getFirstContactResolution()).isFalse();
    }

    @Test
    void oneContactThatResolvesNothingIsNot() {
        story.abandonedCall("ada", at(0));

        assertThat(story.only().getFirstContactResolution()).isFalse();
    }

    @Test
    void whileNobodyKnowsItIsUnknown() {
        call(0);

        assertThat(story.only().getFirstContactResolution()).isNull();
    }
}
