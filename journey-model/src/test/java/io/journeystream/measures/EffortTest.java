package io.journeystream.measures;

import static io.journeystream.events.Action.AGENT_REQUESTED;
import static io.journeystream.events.Action.AUTHENTICATED;
import static io.journeystream.events.Action.NO_MATCH;
import static io.journeystream.events.Action.TRANSFERRED;
import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.days;
import static io.journeystream.stories.Times.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.journeystream.events.Operation;
import io.journeystream.journeys.Driver;
import io.journeystream.journeys.Drivers;
import io.journeystream.journeys.Journey;
import io.journeystream.stories.Story;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EffortTest {
    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final Driver NOTHING = new Driver(0.0, 0.0);

    private final Story story = Story.told();

    private Drivers drivers() {
        return story.only().getDrivers();
    }

    private double effort() {
        return story.only().getEffort();
    }

    private static double effortOf(double... parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return 100 * (1 - Math.exp(-sum));
    }

    @Test
    void oneCleanContactIsNoEffort() {
        story.call("ada", at(0)).about("billing");

        assertThat(effort()).isZero();
        assertThat(story.only().getEase()).isEqualTo(7.0);
        assertThat(drivers().getRepeats()).isEqualTo(NOTHING);
        assertThat(drivers().getNegativeSentiment()).isEqualTo(NOTHING);
    }

    @Test
    void oneAuthenticationAndGoodMoodAreNone() {
        story.contact("ada", "phone", at(0)).feeling(0.5).does(AUTHENTICATED).connected(minutes(4));

        assertThat(effort()).isZero();
    }

    @Test
    void oneRepeatAfterADayIsWhatTheFormulaSays() {
        story.call("ada", at(0)).about("billing");
        story.call("ada", at(days(7))).about("billing");

        double repeats = 0.9 * 1 / (1 + 1);
        double daysOpen = 0.3 * 7 / (7 + 7);
        assertThat(effort()).isCloseTo(effortOf(repeats, daysOpen), EXACTLY);
        assertThat(story.only().getEase()).isCloseTo(7 - 6 * effort() / 100, EXACTLY);
        assertThat(drivers().getRepeats().getValue()).isEqualTo(1);
        assertThat(drivers().getDaysOpen().getValue()).isEqualTo(7);
        assertThat(drivers().getRepeats().getShare()).isCloseTo(0.75, EXACTLY);
        assertThat(drivers().getDaysOpen().getShare()).isCloseTo(0.25, EXACTLY);
    }

    @Test
    void eachSwitchCountsByItsKind() {
        story.web("ada", at(0)).about("billing");
        story.call("ada", at(2)).about("billing");
        story.web("ada", at(6)).about("billing");

        assertThat(drivers().getForcedSwitches().getValue()).isEqualTo(1);
        assertThat(drivers().getVoluntarySwitches().getValue()).isEqualTo(1);
        double daysOpen = 6.0 / (24 * 60);
        assertThat(effort())
                .isCloseTo(effortOf(0.9 * 2 / 3, 0.6 / 2, 0.4 / 2, 0.3 * daysOpen / (daysOpen + 7)), EXACTLY);
    }

    @Test
    void transfersCount() {
        story.contact("ada", "phone", at(0))
                .connected(minutes(1))
                .does(TRANSFERRED)
                .does(TRANSFERRED);

        assertThat(effort()).isCloseTo(effortOf(0.5 * 2 / 3), EXACTLY);
        assertThat(story.only().getTransfers()).isEqualTo(2);
    }

    @Test
    void joinedTriesAndContactsStillAbandonedCount() {
        story.abandonedCall("ada", at(0)).about("billing");
        story.abandonedCall("ada", at(10)).about("billing");

        assertThat(drivers().getAbandons().getValue()).isEqualTo(2);
    }

    @Test
    void waitingAndHoldCountInMinutes() {
        story.contact("ada", "phone", at(0))
                .queued()
                .after(minutes(10))
                .connected()
                .after(minutes(1))
                .held()
                .after(minutes(5))
                .ended();

        assertThat(effort()).isCloseTo(effortOf(0.5 * 10 / 20, 0.3 * 5 / 10), EXACTLY);
        assertThat(drivers().getWaitMinutes().getValue()).isEqualTo(10);
        assertThat(drivers().getHoldMinutes().getValue()).isEqualTo(5);
    }

    @Test
    void everyAuthenticationButTheFirstCountsOverAllContactsTogether() {
        story.contact("ada", "phone", at(0))
                .about("billing")
                .does(AUTHENTICATED)
                .connected(minutes(1));
        story.contact("ada", "phone", at(5))
                .about("billing")
                .does(AUTHENTICATED)
                .does(AUTHENTICATED);

        assertThat(drivers().getReauthentications().getValue()).isEqualTo(2);
    }

    @Test
    void missesAndRequestsForAPersonCount() {
        story.contact("ada", "bot", at(0)).does(NO_MATCH).does(NO_MATCH).does(AGENT_REQUESTED);

        assertThat(effort()).isCloseTo(effortOf(0.3 * 2 / 4, 0.2 / 2), EXACTLY);
    }

    @Test
    void reopenedCasesCount() {
        story.call("ada", at(0)).about("billing");
        story.operation("ada", Operation.CASE_REOPENED, at(10)).about("billing");

        assertThat(effort()).isCloseTo(effortOf(0.6 / 2), EXACTLY);
        assertThat(story.only().getReopenings()).isEqualTo(1);
    }

    @Test
    void theWorstMoodCounts() {
        story.contact("ada", "phone", at(0))
                .feeling(0.5)
                .connected(minutes(1))
                .feeling(-0.5)
                .ended()
                .feeling(-0.25)
                .ended();

        assertThat(drivers().getNegativeSentiment().getValue()).isEqualTo(0.5);
        assertThat(effort()).isCloseTo(effortOf(0.4 * 0.5 / (0.5 + 0.5)), EXACTLY);
    }

    @Test
    void whatTheOrganisationBeganIsNoEffort() {
        story.call("ada", at(0)).about("billing");
        story.contact("ada", "phone", at(60))
                .about("billing")
                .outbound()
                .feeling(-1)
                .queued()
                .after(minutes(9))
                .abandoned();

        assertThat(effort()).isZero();
    }

    @Test
    void theSumsOfTheJourneyAreThoseOfItsInboundContacts() {
        story.contact("ada", "phone", at(0))
                .about("billing")
                .queued()
                .after(minutes(2))
                .connected(minutes(3));
        story.contact("ada", "phone", at(60))
                .about("billing")
                .queued()
                .after(minutes(4))
                .connected(minutes(5));
        story.contact("ada", "phone", at(90)).about("billing").outbound().connected(minutes(8));

        Journey journey = story.only();
        assertThat(journey.getWaitMillis()).isEqualTo(minutes(6).toMillis());
        assertThat(journey.getHandleMillis()).isEqualTo(minutes(8).toMillis());
        assertThat(journey.getHoldMillis()).isZero();
    }
}
