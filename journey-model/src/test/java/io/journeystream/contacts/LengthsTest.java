package io.journeystream.contacts;

import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Action;
import io.journeystream.journeys.JourneyContact;
import io.journeystream.stories.ContactStory;
import io.journeystream.stories.Story;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class LengthsTest {
    private final Story story = Story.told();
    private final ContactStory call = story.contact("ada", "phone", at(0));

    private Duration waited() {
        return Duration.ofMillis(story.onlyContact().getWaitMillis());
    }

    private Duration held() {
        return Duration.ofMillis(story.onlyContact().getHoldMillis());
    }

    private Duration handled() {
        return Duration.ofMillis(story.onlyContact().getHandleMillis());
    }

    @Test
    void aLengthThatTheSourceKnowsIsTaken() {
        call.does(Action.QUEUED, minutes(7)).after(minutes(2)).connected(minutes(5));

        assertThat(waited()).isEqualTo(minutes(7));
        assertThat(handled()).isEqualTo(minutes(5));
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "CONNECTED", "ABANDONED", "ENDED"})
    void waitingLastsUntil(Action end) {
        call.queued().after(minutes(3)).does(end);

        assertThat(waited()).isEqualTo(minutes(3));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"QUEUED", "CONNECTED", "ABANDONED", "ENDED"})
    void waitingIsNotEndedBy(Action other) {
        call.queued().after(minutes(3)).does(other).after(minutes(1)).ended();

        assertThat(waited()).isEqualTo(minutes(4));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTED", "TRANSFERRED", "ABANDONED", "ENDED"})
    void holdLastsUntil(Action end) {
        call.connected().held().after(minutes(3)).does(end);

        assertThat(held()).isEqualTo(minutes(3));
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "HANDED_OFF", "MESSAGE", "CONSULTED"})
    void holdIsNotEndedBy(Action other) {
        call.connected().held().after(minutes(3)).does(other).after(minutes(1)).ended();

        assertThat(held()).isEqualTo(minutes(4));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTED", "QUEUED", "TRANSFERRED", "HANDED_OFF", "ABANDONED", "ENDED"})
    void aConversationLastsUntil(Action end) {
        call.connected().after(minutes(3)).does(end);

        assertThat(handled()).isEqualTo(minutes(3));
    }

    @Test
    void aConversationIncludesHold() {
        call.connected()
                .after(minutes(1))
                .held()
                .after(minutes(2))
                .does(Action.MESSAGE)
                .after(minutes(3))
                .ended();

        assertThat(handled()).isEqualTo(minutes(6));
    }

    @Test
    void whatNothingEndsLastsNoTime() {
        call.connected().after(minutes(3)).does(Action.STEP);

        assertThat(handled()).isZero();
    }

    @Test
    void aDerivedLengthMovesNoEnd() {
        call.after(minutes(1)).queued();
        call.does(Action.STARTED, minutes(2)).after(minutes(10)).ended();

        JourneyContact contact = story.onlyContact();
        assertThat(contact.getEnd()).isEqualTo(at(11));
        assertThat(Duration.ofMillis(contact.getWaitMillis())).isEqualTo(minutes(10));
    }

    @Test
    void aDerivedLengthReachesIntoTheNextLeg() {
        call.queued().after(minutes(5)).on("chat").connected();

        assertThat(waited()).isEqualTo(minutes(5));
    }

    @Test
    void eachWaitCounts() {
        call.queued()
                .after(minutes(1))
                .connected()
                .after(minutes(1))
                .queued()
                .after(minutes(2))
                .connected();

        assertThat(waited()).isEqualTo(minutes(3));
    }
}
