package io.journeystream.contacts;

import static io.journeystream.stories.Settings.channels;
import static io.journeystream.stories.Settings.priced;
import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Action;
import io.journeystream.stories.Story;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostTest {
    private final Story story = Story.under(channels(
            priced("ivr", "0.10", "0.05", "1"),
            priced("phone", "1.50", "0.95", "1"),
            priced("chat", "0", "1", "3"),
            priced("sms", "0.07", "0", "1"),
            priced("branch", "0", "0.00006", "1")));

    private List<BigDecimal> costs() {
        return story.onlyContact().getLegs().stream().map(leg -> leg.getCost()).toList();
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    void anEmployeesTimeIsPaidForTheMinutesConnected() {
        story.contact("ada", "phone", at(0))
                .queued()
                .after(minutes(10))
                .connected(minutes(4))
                .after(minutes(9))
                .ended();

        assertThat(costs()).containsExactly(amount("5.300000"));
    }

    @Test
    void selfServiceIsPaidFromItsStartToItsEnd() {
        story.contact("ada", "ivr", at(0)).started().after(minutes(3)).ended();

        assertThat(costs()).containsExactly(amount("0.250000"));
    }

    @Test
    void whoWasNotServedCostsNothing() {
        story.abandonedCall("ada", at(0));

        assertThat(costs()).containsExactly(amount("0.000000"));
    }

    @Test
    void anAnswerOnAnAsynchronousChannelCostsTheContactButNoMinutes() {
        story.contact("ada", "sms", at(0)).with("zoe").does(Action.MESSAGE);

        assertThat(costs()).containsExactly(amount("0.070000"));
    }

    @Test
    void anEmployeeWhoHandlesThreeChatsCostsEachAThird() {
        story.contact("ada", "chat", at(0)).connected(minutes(2));

        assertThat(costs()).containsExactly(amount("0.666667"));
    }

    @Test
    void halfAMicroUnitIsRoundedUp() {
        story.contact("ada", "branch", at(0)).connected(Duration.ofMillis(500));

        assertThat(costs()).containsExactly(amount("0.000001"));
    }

    @Test
    void lessThanHalfAMicroUnitIsRoundedDown() {
        story.contact("ada", "branch", at(0)).connected(Duration.ofMillis(499));

        assertThat(costs()).containsExactly(amount("0.000000"));
    }

    @Test
    void eachLegIsRoundedByItselfAndSumsAreExact() {
        story.contact("ada", "chat", at(0))
                .connected(minutes(1))
                .on("phone")
                .after(minutes(1))
                .queued()
                .on("chat")
                .after(minutes(1))
                .connected(minutes(1));

        assertThat(costs()).containsExactly(amount("0.333333"), amount("0.000000"), amount("0.333333"));
        assertThat(story.onlyContact().getCost()).isEqualTo(amount("0.666666"));
        assertThat(story.only().getCost()).isEqualTo(amount("0.666666"));
    }

    @Test
    void aLegIsPaidForItsOwnConnections() {
        story.contact("ada", "chat", at(0))
                .connected(minutes(3))
                .after(minutes(3))
                .on("phone")
                .connected(minutes(1));

        assertThat(costs()).containsExactly(amount("1.000000"), amount("2.450000"));
    }

    @Test
    void whatTheOrganisationBeganIsPartOfTheCostOfTheJourney() {
        story.contact("ada", "phone", at(0)).about("billing").connected(minutes(1));
        story.contact("ada", "phone", at(60)).about("billing").outbound().connected(minutes(1));

        assertThat(story.only().getCost()).isEqualTo(amount("4.900000"));
        assertThat(story.only().getContactCount()).isEqualTo(1);
    }
}
