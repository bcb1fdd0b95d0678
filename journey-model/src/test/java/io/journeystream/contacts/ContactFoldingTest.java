package io.journeystream.contacts;

import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.hours;
import static io.journeystream.stories.Times.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Action;
import io.journeystream.journeys.ContactDirection;
import io.journeystream.journeys.JourneyContact;
import io.journeystream.journeys.Leg;
import io.journeystream.stories.Story;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContactFoldingTest {
    private final Story story = Story.told();

    @Test
    void aTransferLegIsPartOfTheContactItNames() {
        story.call("ada", at(0)).named("first");
        story.call("ada", at(5)).named("second").partOf("first");

        JourneyContact contact = story.onlyContact();
        assertThat(contact.getContactId()).isEqualTo("first");
        assertThat(contact.getEnd()).isEqualTo(at(9));
    }

    @Test
    void parentsAreFollowedToTheRootWhateverTheirOrder() {
        story.call("ada", at(0)).named("third").partOf("second");
        story.call("ada", at(5)).named("second").partOf("first");
        story.call("ada", at(10)).named("first");

        assertThat(story.onlyContact().getContactId()).isEqualTo("first");
    }

    @Test
    void aParentOfWhichNothingElseIsKnownHoldsItsPartsTogether() {
        story.call("ada", at(0)).named("one").partOf("unseen");
        story.call("ada", at(5)).named("two").partOf("unseen");

        assertThat(story.onlyContact().getContactId()).isEqualTo("unseen");
    }

    @Test
    void aContactThatIsItsOwnParentIsARoot() {
        story.call("ada", at(0)).named("itself").partOf("itself");

        assertThat(story.onlyContact().getContactId()).isEqualTo("itself");
    }

    @Test
    void parentsThatGoRoundALoopStillLeadSomewhere() {
        story.call("ada", at(0)).named("hen").partOf("egg");
        story.call("ada", at(5)).named("egg").partOf("hen");

        assertThat(story.only().getContacts())
                .extracting(JourneyContact::getContactId)
                .containsExactly("egg", "hen");
    }

    @Test
    void sourcesDoNotShareContactIds() {
        story.call("ada", at(0)).named("1").from("acd").about("billing");
        story.call("ada", at(60)).named("1").from("dialler").about("billing");

        assertThat(story.only().getContacts()).hasSize(2);
    }

    @Test
    void aContactOfTwoCustomersIsOneForEach() {
        story.call("ada", at(0)).named("conference");
        story.call("bob", at(1)).named("conference");

        assertThat(story.journeys())
                .hasSize(2)
                .allSatisfy(journey -> assertThat(journey.getContacts()).hasSize(1));
    }

    @Test
    void eventsOfOneInstantAreOrderedBySequenceThenByRankOfTheirAction() {
        story.contact("ada", "web", at(0))
                .sequence(1)
                .on("chat")
                .does(Action.STARTED)
                .sequence(0)
                .on("web")
                .does(Action.ENDED)
                .does(Action.STARTED);

        assertThat(story.onlyContact().getLegs()).extracting(Leg::getChannel).containsExactly("web", "chat");
    }

    @Test
    void aLegIsARunOfOneChannelAndReturningBeginsAnother() {
        story.contact("ada", "ivr", at(0))
                .started()
                .after(minutes(1))
                .on("phone")
                .connected()
                .after(minutes(1))
                .on("ivr")
                .ended();

        assertThat(story.onlyContact().getLegs()).extracting(Leg::getChannel).containsExactly("ivr", "phone", "ivr");
    }

    @Test
    void aLongEventThatIsNotTheLastEndsTheContact() {
        story.contact("ada", "web", at(0))
                .does(Action.STARTED, hours(2))
                .after(minutes(1))
                .ended();

        assertThat(story.onlyContact().getEnd()).isEqualTo(at(120));
    }

    @Test
    void itsIntentIsTheLastOneKnown() {
        story.contact("ada", "web", at(0))
                .about("billing")
                .started()
                .after(minutes(1))
                .about("moving")
                .ended();
        story.tick(hours(1));

        assertThat(story.onlyContact().getIntent()).isEqualTo("moving");
        assertThat(story.only().getType()).isEqualTo("moving");
    }

    @Test
    void itsAttributesAreTheUnionAndLaterOnesWin() {
        story.contact("ada", "web", at(0))
                .attribute("segment", "basic")
                .attribute("page", "help")
                .started()
                .after(minutes(1))
                .attribute("segment", "gold")
                .ended();

        assertThat(story.only().getAttributes()).containsOnly(Map.entry("segment", "gold"), Map.entry("page", "help"));
    }

    @Test
    void itsDirectionIsThatOfItsFirstEvent() {
        story.call("ada", at(0)).named("one").partOf("root");
        story.call("ada", at(5)).named("two").partOf("root").outbound();

        assertThat(story.onlyContact().getDirection()).isEqualTo(ContactDirection.INBOUND);
    }

    @Test
    void employeesAreListedInTheOrderInWhichTheyTookPart() {
        story.contact("ada", "phone", at(0))
                .with("zoe")
                .connected()
                .after(minutes(1))
                .with("abe")
                .connected()
                .after(minutes(1))
                .with("zoe")
                .ended();

        assertThat(story.onlyContact().getAgentIds()).containsExactly("zoe", "abe");
    }
}
