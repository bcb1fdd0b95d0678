package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.DeliveryStatus;
import io.journeystream.serve.alerts.subscriptions.Entries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells what is due and keeps what has become of it. Nothing is sent before it is kept that it will be, so that whoever
 * starts again sends the same, under the same id. Knows no Kafka. For one thread.
 */
final class Delivering {
    /** As long as the topic keeps it. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Dispatch dispatch;
    private final Clock clock;
    private final Consumer<Telling> outcomes;
    private final Sightings sightings = new Sightings();
    private final Map<String, Telling> book = new HashMap<>();
    private final List<Telling> unkept = new ArrayList<>();

    /** @param outcomes told what has become of a notice, once that is kept */
    Delivering(Dispatch dispatch, Clock clock, Consumer<Telling> outcomes) {
        this.dispatch = dispatch;
        this.clock = clock;
        this.outcomes = outcomes;
    }

    /** From now on that is what is kept, apart from what has become of notices since. */
    void remember(Collection<Telling> kept) {
        book.clear();
        kept.forEach(telling -> book.put(telling.id(), telling));
    }

    /**
     * Does what is to be done now.
     *
     * @throws io.journeystream.serve.reading.KafkaUnavailable if it cannot be kept; nothing is lost, and {@link #remember}
     *     is to be called before the next step
     */
    void step(Collection<Alert> present, Entries entries, Kept kept) {
        Instant now = clock.instant();
        unkept.addAll(dispatch.follow(entries.subscriptions()));
        keepOutcomes(kept, now);
        resume(entries, kept);
        List<Telling> due = Planner.due(new Situation(
                sightings.see(present, now), entries.subscriptions(), entries.silences(), book.values(), now));
        for (Telling telling : keep(due, kept)) {
            if (telling.isSettled()) {
                outcomes.accept(telling);
            } else {
                dispatch.post(telling);
            }
        }
        dispatch.start(now);
    }

    /** Keeps what has become of what was sent. */
    void keepOutcomes(Kept kept, Instant now) {
        unkept.addAll(dispatch.settled());
        unkept.addAll(dispatch.expired(now));
        keepOutcomes(kept);
        unkept.addAll(dispatch.giveUp(this::endsNothing, telling -> "that it fires could not be told"));
        keepOutcomes(kept);
    }

    private void keepOutcomes(Kept kept) {
        keep(unkept, kept).forEach(outcomes);
        unkept.clear();
    }

    private List<Telling> keep(List<Telling> tellings, Kept kept) {
        if (tellings.isEmpty()) {
            return tellings;
        }
        List<Telling> written = kept.keep(List.copyOf(tellings));
        written.forEach(telling -> book.put(telling.id(), telling.remembered()));
        Instant forgotten = clock.instant().minus(REMEMBERED);
        book.values()
                .removeIf(
                        telling -> telling.isSettled() && telling.notice().at().isBefore(forgotten));
        return written;
    }

    /** Whether it only tells that something is over of which nobody has heard. */
    private boolean endsNothing(Telling telling) {
        return telling.notice().alerts().stream()
                .noneMatch(alert -> Telling.isFiring(alert) || wasTold(telling, alert));
    }

    private boolean wasTold(Telling end, Alert ended) {
        return book.values().stream()
                .filter(telling -> telling.status() != DeliveryStatus.DEAD
                        && telling.notice().subscription().equals(end.notice().subscription()))
                .flatMap(telling -> telling.notice().alerts().stream())
                .anyMatch(alert -> Telling.isFiring(alert)
                        && alert.getFingerprint().equals(ended.getFingerprint())
                        && alert.getFiredAt().equals(ended.getFiredAt()));
    }

    /** What another instance, or this one before it was started again, has not brought to an end. */
    private void resume(Entries entries, Kept kept) {
        Set<String> waiting = new HashSet<>();
        dispatch.waiting().forEach(telling -> waiting.add(telling.id()));
        List<Telling> orphans = new ArrayList<>();
        book.values().stream()
                .filter(telling -> !telling.isSettled() && !waiting.contains(telling.id()))
                .sorted(Comparator.comparing(
                        (Telling telling) -> telling.notice().at()))
                .forEach(telling -> {
                    if (!dispatch.post(telling) && isGone(entries, telling)) {
                        orphans.add(telling.dead("the subscription was taken back"));
                    }
                });
        keep(orphans, kept).forEach(outcomes);
    }

    private static boolean isGone(Entries entries, Telling telling) {
        return !entries.unreadable().containsKey(telling.notice().subscription());
    }

    /** Whether a target is being told something right now. */
    boolean isSending() {
        return dispatch.isSending();
    }

    Dispatch dispatch() {
        return dispatch;
    }
}
