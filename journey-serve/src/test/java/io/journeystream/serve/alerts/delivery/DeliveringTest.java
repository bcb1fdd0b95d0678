package io.journeystream.serve.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.DeliveryStatus;
import io.journeystream.alerts.Severity;
import io.journeystream.serve.alerts.Alerts;
import io.journeystream.serve.alerts.targets.Notice;
import io.journeystream.serve.alerts.targets.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveringTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final World world = new World();

    private static Sent down() {
        return new Sent.Failed("nobody answers", null);
    }

    @Test
    void an_alert_is_told_once_when_it_fires_and_once_when_it_is_over() {
        Receiver chat = world.subscribe("chat", "repeat: never");

        world.fire("a");
        world.pass(HOUR);
        world.end("a");
        world.pass(HOUR);

        assertThat(chat.said()).containsExactly("+a", "-a");
        assertThat(chat.taken).hasSize(2);
    }

    @Test
    void what_is_only_pending_is_told_to_nobody() {
        Receiver chat = world.subscribe("chat", World.AT_ONCE);

        world.alerts.put("a", Alerts.pending("a", World.BEGIN));
        world.pass(HOUR);

        assertThat(chat.taken).isEmpty();
    }

    @Test
    void alerts_of_a_group_share_a_notice_and_later_ones_wait_for_the_interval() {
        Receiver chat = world.subscribe("chat", "group: {by: [type], wait: 30s, interval: 5m}\nrepeat: never");

        world.fire("a");
        world.pass(Duration.ofSeconds(20));
        world.fire("b");
        world.pass(MINUTE);
        world.fire("c");
        world.pass(Duration.ofMinutes(4));
        assertThat(chat.said()).containsExactly("+a +b");
        world.pass(MINUTE);

        assertThat(chat.said()).containsExactly("+a +b", "+c");
    }

    @Test
    void an_alert_that_is_over_within_the_wait_is_told_to_nobody() {
        Receiver chat = world.subscribe("chat", "group: {wait: 2m}");

        world.fire("a");
        world.pass(MINUTE);
        world.end("a");
        world.pass(HOUR);

        assertThat(chat.taken).isEmpty();
    }

    @Test
    void what_still_fires_is_told_again() {
        Receiver chat = world.subscribe("chat", "repeat: 4h");

        world.fire("a");
        world.pass(Duration.ofHours(9));

        assertThat(chat.said()).containsExactly("+a", "+a", "+a");
        assertThat(chat.taken).extracting(Notice::id).doesNotHaveDuplicates();
    }

    @Test
    void in_quiet_hours_only_what_is_critical_is_told_and_the_rest_at_their_end_if_it_still_fires() {
        Receiver chat =
                world.subscribe("chat", World.AT_ONCE + "quiet-hours: {from: 09:00, to: 12:00, except: critical}");

        world.fire("over-by-then");
        world.fire("lasting");
        world.alerts.put("grave", Alerts.with(Alerts.firing("grave", World.BEGIN), Severity.CRITICAL));
        world.pass(HOUR);
        world.end("over-by-then");
        world.pass(HOUR);
        assertThat(chat.said()).containsExactly("+grave");
        world.pass(Duration.ofMinutes(61));

        assertThat(chat.said()).containsExactly("+grave", "+lasting");
    }

    @Test
    void a_silence_keeps_quiet_what_fires_but_not_that_it_is_over() {
        Receiver chat = world.subscribe("chat", World.AT_ONCE);

        world.fire("before");
        world.pass(MINUTE);
        world.silence("{types: [billing]}", HOUR);
        world.fire("within");
        world.end("before");
        world.pass(MINUTE);
        assertThat(chat.said()).containsExactly("+before", "-before");
        world.pass(HOUR);

        assertThat(chat.said()).containsExactly("+before", "-before", "+within");
    }

    @Test
    void a_correction_is_told_as_the_end() {
        Receiver chat = world.subscribe("chat", World.AT_ONCE);

        world.fire("a");
        world.pass(MINUTE);
        world.end("a");
        world.alerts.computeIfPresent(
                "a",
                (key, alert) -> Alert.newBuilder(alert)
                        .setCorrection("late answers have come")
                        .build());
        world.pass(MINUTE);

        assertThat(chat.distinct().get(1).alerts().get(0).getCorrection()).isEqualTo("late answers have come");
    }

    @Test
    void an_end_that_was_written_over_is_told_all_the_same() {
        Receiver chat = world.subscribe("chat", World.AT_ONCE);

        world.fire("a");
        world.pass(MINUTE);
        world.fire("a");
        world.pass(MINUTE);
        world.alerts.put("a", Alerts.pending("a", world.clock.instant()));
        world.pass(MINUTE);

        assertThat(chat.said()).containsExactly("+a", "-a +a", "-a");
    }

    @Test
    void a_target_that_is_down_for_an_hour_is_told_all_of_it_in_order_when_it_is_back() {
        Receiver chat = world.subscribe("chat", World.AT_ONCE);
        chat.answer = DeliveringTest::down;

        world.fire("a");
        world.pass(Duration.ofMinutes(30));
        world.end("a");
        world.pass(Duration.ofMinutes(30));
        assertThat(world.topic.values()).extracting(Telling::status).containsOnly(DeliveryStatus.RETRYING);
        chat.answer = Sent.Accepted::new;
        world.pass(Duration.ofMinutes(6));

        assertThat(chat.said()).containsExactly("+a", "-a");
        assertThat(world.topic.values()).extracting(Telling::status).containsOnly(DeliveryStatus.DELIVERED);
        assertThat(world.topic.values()).extracting(Telling::attempts).first().isEqualTo(21);
    }

    @Test
    void a_target_that_asks_for_a_pause_is_left_alone_so_long() {
        Receiver chat = world.subscribe("chat", World.AT_ONCE);
        List<Duration> asked = new ArrayList<>();
        chat.answer = () -> {
            asked.add(Duration.between(World.BEGIN, world.clock.instant()));
            return new Sent.Failed("busy", Duration.ofMinutes(10));
        };

        world.fire("a");
        world.pass(Duration.ofMinutes(21));

        assertThat(asked).hasSize(3);
    }

    @Test
    void a_slow_target_holds_up_nobody_else() throws InterruptedException {
        CountDownLatch slowAnswers = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            world.threads = threads;
            Receiver quick = world.subscribe("quick", World.AT_ONCE);
            Receiver slow = world.subscribe("slow", World.AT_ONCE);
            slow.answer = () -> afterwards(slowAnswers);
            world.fire("a");
            stepUntil(() -> quick.taken.size() == 1);
            world.fire("b");
            stepUntil(() -> quick.taken.size() == 2);
            assertThat(slow.taken).isEmpty();

            slowAnswers.countDown();
            stepUntil(() -> slow.taken.size() == 2);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Sent afterwards(CountDownLatch latch) {
        try {
            latch.await();
            return new Sent.Accepted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down();
        }
    }

    private void stepUntil(BooleanSupplier happened) throws InterruptedException {
        long end = System.nanoTime() + MINUTE.toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime() - end).isNegative();
            world.step();
            Thread.sleep(5);
        }
    }

    @Test
    void what_a_target_refuses_is_dead_at_once_and_its_end_is_told_to_nobody() {
        Receiver chat = world.subscribe("chat", World.AT_ONCE);
        chat.answer = () -> new Sent.Refused("404: no such channel");

        world.fire("a");
        world.pass(MINUTE);
        chat.answer = Sent.Accepted::new;
        world.end("a");
        world.pass(HOUR);

        assertThat(chat.taken).isEmpty();
        assertThat(world.topic.values()).singleElement().satisfies(telling -> {
            assertThat(telling.status()).isEqualTo(DeliveryStatus.DEAD);
            assertThat(telling.why()).contains("404");
        });
    }

    @Test
    void a_subscription_that_is_put_right_is_told_what_could_not_be_told() {
        Receiver chat = world.subscribe("chat", World.AT_ONCE);
        chat.answer = () -> new Sent.Refused("404: no such channel");
        world.fire("a");
        world.pass(MINUTE);

        chat.answer = Sent.Accepted::new;
        world.subscribe("chat", World.AT_ONCE + "# put right");
        world.pass(MINUTE);

        assertThat(chat.said()).containsExactly("+a");
    }

    @Test
    void after_a_day_a_notice_is_dead() {
        Receiver chat = world.subscribe("chat", World.AT_ONCE);
        chat.answer = DeliveringTest::down;

        world.fire("a");
        world.pass(Duration.ofHours(25));

        assertThat(world.topic.values()).singleElement().satisfies(telling -> {
            assertThat(telling.status()).isEqualTo(DeliveryStatus.DEAD);
            assertThat(telling.why()).contains("24 hours", "nobody answers");
        });
    }

    @Test
    void what_waits_for_a_subscription_that_is_taken_back_is_given_up() {
        world.subscribe("chat", World.AT_ONCE).answer = DeliveringTest::down;
        world.fire("a");
        world.pass(MINUTE);

        world.subscriptions.clear();
        world.pass(MINUTE);

        assertThat(world.topic.values()).extracting(Telling::why).containsExactly("the subscription was taken back");
    }

    @Test
    void what_is_too_large_to_be_kept_is_dead_and_holds_up_nothing_else() {
        Receiver chat = world.subscribe("chat", World.AT_ONCE);
        world.tooLarge =
                telling -> telling.notice().alerts().get(0).getFingerprint().equals("a");
        world.fire("a");
        world.fire("b");
        world.pass(MINUTE);
        world.end("a");
        world.end("b");
        world.pass(MINUTE);

        assertThat(chat.said()).containsExactly("+b", "-b");
        assertThat(world.topic.values())
                .filteredOn(telling -> telling.status() == DeliveryStatus.DEAD)
                .singleElement()
                .satisfies(telling -> assertThat(telling.why()).isEqualTo("too large"));
    }

    @Test
    void many_alerts_are_told_in_several_notices() {
        Receiver chat = world.subscribe("chat", "group: {by: [], wait: 0s, interval: 5m}\nrepeat: never");
        IntStream.range(0, 120).forEach(number -> world.fire("a" + number));
        world.pass(MINUTE);

        assertThat(chat.taken).extracting(notice -> notice.alerts().size()).containsExactly(50, 50, 20);
        assertThat(chat.taken).extracting(Notice::id).doesNotHaveDuplicates();
    }

    @Test
    void pagerduty_is_told_of_one_alert_at_a_time() {
        Receiver pager = world.subscribe("pager", "to: {pagerduty: {}}\ngroup: {by: [], wait: 0s}\nrepeat: never");
        world.fire("a");
        world.fire("b");
        world.pass(MINUTE);

        assertThat(pager.said()).containsExactly("+a", "+b");
    }

    @Test
    void a_notice_holds_no_names_of_cells() {
        Receiver chat = world.subscribe("chat", World.AT_ONCE);
        world.alerts.put(
                "a",
                Alert.newBuilder(Alerts.firing("a", World.BEGIN))
                        .setCells(List.of("billing/HOUR/2026-03-02T09Z/ALL"))
                        .build());
        world.pass(MINUTE);

        assertThat(chat.taken.get(0).alerts().get(0).getCells()).isEmpty();
    }

    @Test
    void of_an_alert_that_cannot_be_read_for_a_while_nobody_is_told_that_it_is_over() {
        Receiver chat = world.subscribe("chat", World.AT_ONCE);
        world.fire("a");
        world.pass(MINUTE);
        Alert read = Objects.requireNonNull(world.alerts.remove("a"));
        world.pass(HOUR);

        assertThat(chat.said()).containsExactly("+a");

        world.alerts.put("a", Alerts.over(read, world.clock.instant()));
        world.pass(MINUTE);

        assertThat(chat.said()).containsExactly("+a", "-a");
    }

    @Test
    void who_is_killed_between_sending_and_keeping_sends_the_same_again() {
        Receiver chat = world.subscribe("chat", World.AT_ONCE);
        world.fire("a");
        world.writesUntilKilled = 1;

        assertThat(world.step()).isFalse();
        assertThat(chat.taken).hasSize(1);
        assertThat(world.step()).as("killed before it is kept").isTrue();
        world.pass(MINUTE);

        assertThat(chat.taken).hasSize(2);
        assertThat(chat.taken.get(1)).isEqualTo(chat.taken.get(0));
        assertThat(world.topic.values()).extracting(Telling::status).containsOnly(DeliveryStatus.DELIVERED);
    }

    @Test
    void who_was_told_by_an_instance_that_is_killed_hears_of_the_end_by_the_next() {
        Receiver chat = world.subscribe("chat", World.AT_ONCE);
        world.fire("a");
        world.writesUntilKilled = 1;
        world.step();
        world.step();

        world.end("a");
        world.pass(MINUTE);

        assertThat(chat.said()).containsExactly("+a", "-a");
    }
}
