package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.Alert;
import io.journeystream.serve.alerts.Alerts;
import io.journeystream.serve.alerts.subscriptions.Entries;
import io.journeystream.serve.alerts.subscriptions.EntryFile;
import io.journeystream.serve.alerts.subscriptions.Silence;
import io.journeystream.serve.alerts.subscriptions.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Alerts, subscriptions and what is kept of deliveries, without Kafka; and an instance that can be killed. */
final class World {
    static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration TICK = Duration.ofSeconds(10);

    final SteppedClock clock = new SteppedClock(BEGIN);
    final Map<String, Alert> alerts = new LinkedHashMap<>();
    final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    final Map<String, Silence> silences = new LinkedHashMap<>();
    final Map<String, Receiver> receivers = new LinkedHashMap<>();
    final Map<String, Telling> topic = new LinkedHashMap<>();
    Executor threads = Runnable::run;
    int writesUntilKilled = Integer.MAX_VALUE;
    Predicate<Telling> tooLarge = telling -> false;
    private @Nullable Delivering instance;

    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** One that hears everything, groups nothing and waits for nothing, unless more is said. */
    Receiver subscribe(String id, String more) {
        EntryFile.Read read = EntryFile.read(
                id,
                "id: " + id + "\nteam: billing\n" + (more.contains("to: {") ? "" : "to: {}\n") + more,
                to -> {},
                clock.instant());
        subscriptions.put(id, (Subscription)
                Objects.requireNonNull(read.entry(), () -> read.mistakes().toString()));
        return receivers.computeIfAbsent(id, key -> new Receiver());
    }

    /** Told at once. */
    static final String AT_ONCE = "group: {by: [alert], wait: 0s, interval: 0s}\nrepeat: never\n";

    void silence(String match, Duration lasting) {
        EntryFile.Read read = EntryFile.read(
                "quiet",
                "kind: silence\nid: quiet\nteam: billing\nwhy: test\nmatch: " + match + "\nfrom: " + clock.instant()
                        + "\nuntil: " + clock.instant().plus(lasting),
                to -> {},
                clock.instant());
        silences.put("quiet", (Silence)
                Objects.requireNonNull(read.entry(), () -> read.mistakes().toString()));
    }

    void fire(String fingerprint) {
        alerts.put(fingerprint, Alerts.firing(fingerprint, clock.instant()));
    }

    void end(String fingerprint) {
        alerts.computeIfPresent(fingerprint, (key, alert) -> Alerts.over(alert, clock.instant()));
    }

    Delivering instance() {
        Delivering running = instance;
        if (running == null) {
            Lines lines = subscription -> Objects.requireNonNull(receivers.get(subscription.id()));
            running = new Delivering(new Dispatch(lines, threads, clock, new Pauses(() -> 0)), clock, telling -> {});
            running.remember(topic.values());
            instance = running;
        }
        return running;
    }

    /** All that it has in memory is gone. */
    void kill() {
        instance = null;
    }

    /** One step; whether it was killed in it. */
    boolean step() {
        try {
            instance()
                    .step(
                            alerts.values(),
                            new Entries(List.copyOf(subscriptions.values()), List.copyOf(silences.values()), Map.of()),
                            this::keep);
            return false;
        } catch (Killed e) {
            kill();
            writesUntilKilled = Integer.MAX_VALUE;
            return true;
        }
    }

    private List<Telling> keep(List<Telling> tellings) {
        if (writesUntilKilled-- == 0) {
            throw new Killed();
        }
        List<Telling> kept = tellings.stream()
                .map(telling -> tooLarge.test(telling) ? telling.shortened("too large") : telling)
                .toList();
        kept.forEach(telling -> topic.put(telling.id(), telling));
        return kept;
    }

    /** So much time passes, with a step every ten seconds. */
    void pass(Duration time) {
        for (Instant end = clock.instant().plus(time); clock.instant().isBefore(end); ) {
            clock.goOn(TICK);
            step();
        }
    }
}
