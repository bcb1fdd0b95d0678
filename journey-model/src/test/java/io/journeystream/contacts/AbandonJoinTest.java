package io.journeystream.contacts;

import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyContact;
import io.journeystream.stories.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbandonJoinTest {
    private final Story story = Story.told();

    private List<JourneyContact> contacts() {
        return story.journeys().stream()
                .map(Journey::getContacts)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void aCallGivenUpAndTheNextOneAreOneContact() {
        story.abandonedCall("ada", at(0)).named("given-up");
        story.call("ada", at(10)).named("answered");

        JourneyContact contact = story.onlyContact();
        assertThat(contact.getContactId()).isEqualTo("given-up");
        assertThat(contact.getAbandons()).isEqualTo(1);
        assertThat(contact.getAbandoned()).isFalse();
        assertThat(contact.getStart()).isEqualTo(at(0));
        assertThat(contact.getEnd()).isEqualTo(at(14));
        assertThat(contact.getLegs()).hasSize(2);
        assertThat(contact.getWaitMillis()).isEqualTo(minutes(1).toMillis());
        assertThat(contact.getHandleMillis()).isEqualTo(minutes(4).toMillis());
    }

    @Test
    void triesChain() {
        story.abandonedCall("ada", at(0));
        story.abandonedCall("ada", at(25));
        story.abandonedCall("ada", at(50));

        JourneyContact contact = story.onlyContact();
        assertThat(contact.getAbandons()).isEqualTo(2);
        assertThat(contact.getAbandoned()).isTrue();
        assertThat(story.only().getAbandons()).isEqualTo(3);
    }

    @Test
    void theNextCallMayBeginHalfAnHourAfterTheEnd() {
        story.abandonedCall("ada", at(0));
        story.call("ada", at(31));

        assertThat(contacts()).hasSize(1);
    }

    @Test
    void theNextCallMayBeginAtTheInstantOfTheEnd() {
        story.abandonedCall("ada", at(0));
        story.call("ada", at(1));

        assertThat(contacts()).hasSize(1);
    }

    @Test
    void aCallThatBeginsLaterIsAnother() {
        story.abandonedCall("ada", at(0));
        story.call("ada", at(minutes(31).plusMillis(1)));

        assertThat(contacts()).hasSize(2);
    }

    @Test
    void aCallThatBeginsBeforeTheEndIsAnother() {
        story.abandonedCall("ada", at(0)).after(minutes(9)).abandoned();
        story.call("ada", at(5));

        assertThat(contacts()).hasSize(2);
    }

    @Test
    void theCallAfterAnOverlappingOneIsTheNextTry() {
        story.abandonedCall("ada", at(0)).after(minutes(9)).abandoned();
        story.call("ada", at(5));
        story.call("ada", at(20));

        assertThat(contacts()).extracting(JourneyContact::getAbandons).containsExactly(1, 0);
    }

    @Test
    void anotherChannelIsNoNextTry() {
        story.abandonedCall("ada", at(0));
        story.contact("ada", "chat", at(10)).connected();

        assertThat(contacts()).hasSize(2);
    }

    @Test
    void triesForDifferentReasonsStayApart() {
        story.abandonedCall("ada", at(0)).about("billing");
        story.call("ada", at(10)).about("moving");

        assertThat(contacts()).hasSize(2);
    }

    @Test
    void theFirstNextCallDecidesEvenIfALaterOneWouldFit() {
        story.abandonedCall("ada", at(0)).about("billing");
        story.call("ada", at(5)).about("moving");
        story.call("ada", at(15)).about("billing");

        assertThat(contacts()).hasSize(3);
    }

    @Test
    void oneOfTheReasonsMayBeUnknown() {
        story.abandonedCall("ada", at(0)).about("billing");
        story.call("ada", at(10));

        assertThat(story.onlyContact().getIntent()).isEqualTo("billing");
    }

    @Test
    void theReasonIsRememberedAlongTheChain() {
        story.abandonedCall("ada", at(0)).about("billing");
        story.abandonedCall("ada", at(10));
        story.call("ada", at(20)).about("moving");

        assertThat(contacts()).extracting(JourneyContact::getAbandons).containsExactly(1, 0);
    }

    @Test
    void aCallContinuesOneAbandonedCallOnly() {
        story.abandonedCall("ada", at(0)).named("a");
        story.abandonedCall("ada", at(0)).named("b");
        story.call("ada", at(10));

        assertThat(contacts()).extracting(JourneyContact::getAbandons).containsExactly(1, 0);
    }

    @Test
    void aCallThatTheOrganisationMakesContinuesNothing() {
        story.abandonedCall("ada", at(0)).about("billing");
        story.call("ada", at(10)).about("billing").outbound();

        assertThat(contacts()).extracting(JourneyContact::getAbandons).containsExactly(0, 0);
    }

    @Test
    void theLaterTrysAttributesWin() {
        story.abandonedCall("ada", at(0)).attribute("segment", "basic").abandoned();
        story.contact("ada", "phone", at(10)).attribute("segment", "gold").connected();

        assertThat(story.only().getAttributes()).containsEntry("segment", "gold");
    }
}
