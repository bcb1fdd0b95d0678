package io.journeystream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Event;
import io.journeystream.streams.publishing.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An export analysed is published when all of it has been read, as a tick tells, and not before. */
class BulkPaceTest {
    private final StitchingDriver driver = new StitchingDriver(1, Pace.BULK);
    private final List<Event> events = new RandomEvents(new Random(7)).deliveries(20);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void a_lull_is_not_the_end_but_a_tick_is() {
        events.forEach(driver::send);
        driver.pass(Duration.ofMinutes(10));
        assertThat(driver.published()).isEmpty();

        driver.tick(RandomEvents.BEGIN);
        driver.settle();
        assertThat(driver.published()).isNotEmpty();
    }

    @Test
    void an_event_after_a_tick_says_that_it_was_not_the_last() {
        driver.tick(RandomEvents.BEGIN);
        events.forEach(driver::send);
        driver.pass(Duration.ofMinutes(10));

        assertThat(driver.published()).isEmpty();
    }

    @Test
    void a_tick_that_was_heard_before_a_restart_is_to_be_said_again() {
        events.forEach(driver::send);
        driver.tick(RandomEvents.BEGIN);
        driver.restart();
        driver.tick(RandomEvents.BEGIN);
        driver.settle();

        assertThat(driver.published()).isNotEmpty();
    }
}
