package io.journeystream.journeys;

import static io.journeystream.stories.Times.at;
import static io.journeystream.stories.Times.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Instrument;
import io.journeystream.events.Operation;
import io.journeystream.stories.JourneyAssert;
import io.journeystream.stories.Story;
import org.junit.jupiter.api.Test;

class JourneyRecordTest {
    private final Story story = Story.told();

    @Test
    void twoHundredContactsAreShownAndAllAreCounted() {
        for (int i = 0; i < 203; i++) {
            story.call("ada", at(10L * i)).about("billing");
        }

        Journey journey = story.only();
        assertThat(journey.getContacts()).hasSize(200);
        assertThat(journey.getContactsOmitted()).isEqualTo(3);
        assertThat(journey.getContactCount()).isEqualTo(203);
        assertThat(journey.getRepeats()).isEqualTo(202);
        assertThat(journey.getContacts().get(199).getStart()).isEqualTo(at(1990));
    }

    @Test
    void twoHundredEventsAreShownAndAllAreCounted() {
        story.call("ada", at(0)).about("billing");
        for (int i = 0; i < 201; i++) {
            story.operation("ada", Operation.CASE_REOPENED, at(10 + i)).about("billing");
        }

        Journey journey = story.only();
        assertThat(journey.getEvents()).hasSize(200);
        assertThat(journey.getEventsOmitted()).isEqualTo(1);
        assertThat(journey.getReopenings()).isEqualTo(201);
    }

    @Test
    void eventsAreListedAsTheyJoined() {
        story.operation("ada", Operation.NOTICE_SENT, at(-10)).reference("order", "1");
        story.call("ada", at(0)).about("billing").reference("order", "1");
        story.survey("ada", Instrument.CES, at(5));
        story.operation("ada", Operation.PROMISE_MADE, at(10)).reference("order", "1");

        JourneyAssert.assertThat(story.only()).hasEvents("PROMISE_MADE", "NOTICE_SENT", "CES");
    }

    @Test
    void contactsAreListedInOrderThoseOfTheOrganisationToo() {
        story.call("ada", at(30)).about("billing").named("third");
        story.call("ada", at(15)).about("billing").named("second").outbound();
        story.call("ada", at(0)).about("billing").named("first");

        assertThat(story.only().getContacts())
                .extracting(JourneyContact::getContactId)
                .containsExactly("first", "second", "third");
    }

    @Test
    void attributesAreThoseOfAllItemsInOrder() {
        story.operation("ada", Operation.NOTICE_SENT, at(-10))
                .reference("order", "1")
                .attribute("segment", "a");
        story.call("ada", at(0))
                .reference("order", "1")
                .attribute("segment", "b")
                .attribute("product", "x");
        story.survey("ada", Instrument.CES, at(5)).attribute("mood", "fine");

        assertThat(story.only().getAttributes())
                .containsEntry("segment", "b")
                .containsEntry("product", "x")
                .containsEntry("mood", "fine");
    }

    @Test
    void aFreshRecordKnowsNoHistory() {
        story.call("ada", at(0));

        Journey journey = story.tick(days(30)).only();
        assertThat(journey.getCorrected()).isFalse();
        assertThat(journey.getSupersededBy()).isEmpty();
        assertThat(journey.getDefinitionsVersion()).isEqualTo("standard");
        assertThat(journey.getTeam()).isNull();
    }
}
