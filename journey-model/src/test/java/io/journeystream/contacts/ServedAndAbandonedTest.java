package io.journeystream.contacts;

import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Action;
import io.journeystream.stories.ContactStory;
import io.journeystream.stories.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServedAndAbandonedTest {
    private final Story story = Story.told();

    private boolean served() {
        return story.onlyContact().getLegs().get(0).getServed();
    }

    @Test
    void aCallIsServedOnceItIsConnected() {
        story.contact("ada", "phone", at(0)).queued().connected();

        assertThat(served()).isTrue();
    }

    @Test
    void aCallThatOnlyQueuesIsNotServed() {
        story.contact("ada", "phone", at(0)).queued();

        assertThat(served()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "mail", "social", "sms"})
    void aMessageOfAnEmployeeServesOnAnAsynchronousChannel(String channel) {
        story.contact("ada", channel, at(0)).with("zoe").does(Action.MESSAGE);

        assertThat(served()).isTrue();
    }

    @Test
    void aMessageOfTheCustomerServesNobody() {
        story.contact("ada", "email", at(0)).does(Action.MESSAGE);

        assertThat(served()).isFalse();
    }

    @Test
    void aMessageInAChatIsNoConnection() {
        story.contact("ada", "chat", at(0)).with("zoe").does(Action.MESSAGE);

        assertThat(served()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ivr", "bot", "web", "app"})
    void selfServiceAlwaysServes(String channel) {
        story.contact("ada", channel, at(0)).started();

        assertThat(served()).isTrue();
    }

    @Test
    void aContactThatSaysItWasAbandonedWas() {
        story.contact("ada", "phone", at(0)).connected().after(minutes(1)).abandoned();

        assertThat(story.onlyContact().getAbandoned()).isTrue();
    }

    @Test
    void aCallThatEndedBeforeAnybodyTookItWasAbandoned() {
        story.contact("ada", "phone", at(0)).queued().after(minutes(1)).ended();

        assertThat(story.onlyContact().getAbandoned()).isTrue();
    }

    @Test
    void aCallThatStillWaitsIsNotAbandoned() {
        story.contact("ada", "phone", at(0)).queued();

        assertThat(story.onlyContact().getAbandoned()).isFalse();
    }

    @Test
    void onlyTheEndOfTheLastLegCounts() {
        ContactStory call = story.contact("ada", "ivr", at(0)).ended();
        call.after(minutes(1)).on("phone").queued();

        assertThat(story.onlyContact().getAbandoned()).isFalse();
    }

    @Test
    void whoWasServedFirstAndThenLeftInTheNextQueueAbandoned() {
        ContactStory call = story.contact("ada", "phone", at(0)).connected();
        call.after(minutes(1)).on("chat").queued().after(minutes(1)).ended();

        assertThat(story.onlyContact().getAbandoned()).isTrue();
    }

    @Test
    void aVisitThatEndsIsNotAbandoned() {
        story.web("ada", at(0));

        assertThat(story.onlyContact().getAbandoned()).isFalse();
    }
}
