package io.journeystream.serve.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.serve.alerts.Alerts;
import io.journeystream.serve.alerts.targets.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever alerts do, whenever the sender is killed and however targets fail: who minds the ids is told once. */
class RandomHistoryTest {
    private static final List<String> FINGERPRINTS = List.of("a", "b", "c");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);
    private static final int STEPS = 6 * 60 * 3;

    private final World world = new World();
    private final Map<Occurrence, Instant> ended = new LinkedHashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void who_minds_the_ids_is_told_exactly_once(long seed) {
        Random random = new Random(seed);
        Receiver atOnce = world.subscribe("at-once", World.AT_ONCE);
        Receiver grouped = world.subscribe("grouped", "group: {by: [type], wait: 30s, interval: 5m}\nrepeat: never");
        Receiver flaky = world.subscribe("flaky", World.AT_ONCE);
        flaky.takesWhatItRefuses = true;
        flaky.answer = () -> random.nextInt(3) == 0 ? new Sent.Failed("timed out", null) : new Sent.Accepted();

        for (int i = 0; i < STEPS; i++) {
            live(random);
        }
        world.writesUntilKilled = Integer.MAX_VALUE;
        world.pass(Duration.ofHours(1));

        assertToldOnce("at once", atOnce);
        assertToldOnce("grouped", grouped);
        assertToldOnce("flaky", flaky);
    }

    private void live(Random random) {
        world.clock.goOn(Duration.ofSeconds(10));
        if (random.nextInt(20) == 0) {
            change(random, FINGERPRINTS.get(random.nextInt(FINGERPRINTS.size())));
        }
        if (random.nextInt(50) == 0) {
            world.writesUntilKilled = random.nextInt(3);
        }
        if (random.nextInt(100) == 0) {
            world.kill();
        }
        world.step();
    }

    private void change(Random random, String fingerprint) {
        Alert before = world.alerts.get(fingerprint);
        Occurrence occurrence = before == null ? null : Occurrence.of(before);
        boolean fires = before != null && before.getStatus() == AlertStatus.FIRING;
        if (fires && occurrence != null) {
            ended.put(occurrence, world.clock.instant());
        }
        switch (random.nextInt(fires ? 4 : 2)) {
            case 0 -> world.fire(fingerprint);
            case 1 -> world.alerts.put(fingerprint, Alerts.pending(fingerprint, world.clock.instant()));
            default -> world.end(fingerprint);
        }
    }

    private void assertToldOnce(String who, Receiver receiver) {
        Map<Occurrence, List<Boolean>> told = new HashMap<>();
        receiver.distinct()
                .forEach(notice -> notice.alerts()
                        .forEach(alert -> told.computeIfAbsent(
                                        new Occurrence(alert.getFingerprint(), alert.getFiredAt()),
                                        key -> new ArrayList<>())
                                .add(Telling.isFiring(alert))));
        assertThat(told).as(who).isNotEmpty();
        told.forEach((occurrence, fires) -> assertThat(fires)
                .as("%s of %s", who, occurrence)
                .isEqualTo(ended.containsKey(occurrence) ? List.of(true, false) : List.of(true)));
        ended.forEach((occurrence, end) -> {
            if (Duration.between(occurrence.firedAt(), end).compareTo(LONG_ENOUGH) > 0) {
                assertThat(told).as(who).containsKey(occurrence);
            }
        });
        world.alerts.values().stream()
                .filter(alert -> alert.getStatus() == AlertStatus.FIRING)
                .forEach(alert -> assertThat(told).as(who).containsKey(Occurrence.of(alert)));
    }
}
