package io.journeystream.stitching;

import static io.journeystream.stories.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Operation;
import io.journeystream.stories.Story;
import org.junit.jupiter.api.Test;

class JourneyNameTest {
    private final Story story = Story.told();

    @Test
    void aJourneyIsNamedByTheFirstEventOfItsFirstItem() {
        story.operation("ada", Operation.NOTICE_SENT, at(-10)).reference("order", "1");
        story.call("ada", at(0)).from("acd").about("billing").reference("order", "1");

        // printf 'acd|event-2' | sha256sum
        assertThat(story.only().getJourneyId()).isEqualTo("j_ea2ceb3b904431459b1e");
    }

    @Test
    void aCustomerIsNamedByItsStrongestIdentifier() {
        story.call("ada", at(0));

        // printf 'account:ada' | sha256sum
        assertThat(story.only().getCustomerId()).isEqualTo("c_83f261bfda0ea889d87a");
    }
}
