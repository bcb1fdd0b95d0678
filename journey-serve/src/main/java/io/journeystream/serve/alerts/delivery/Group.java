package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.Alert;
import io.journeystream.serve.alerts.subscriptions.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What there is to be told of alerts that share a notice. */
final class Group {
    /** What is over first, so that an alert that fires again is not taken to be over. */
    private static final Comparator<Alert> ORDER = Comparator.comparing(Telling::isFiring)
            .thenComparing(Alert::getSeverity, Comparator.reverseOrder())
            .thenComparing(Alert::getFingerprint)
            .thenComparing(Alert::getFiredAt);

    private final List<Known> changes = new ArrayList<>();
    private final List<Past> firing = new ArrayList<>();
    private final List<Alert> repeatable = new ArrayList<>();
    private Instant last = Instant.MIN;
    private boolean isUnderway;
    private int repetition;

    /**
     * Something new: it fires, or is over.
     *
     * @param firings how many notices have told before that it fires, in vain
     */
    void changed(Known alert, int firings) {
        changes.add(alert);
        repetition = Math.max(repetition, firings);
    }

    /** It still fires, which may be told again. */
    void fires(Past past, Alert alert) {
        firing.add(past);
        repeatable.add(alert);
    }

    /** It was told something before. */
    void was(Past past) {
        last = past.last().isAfter(last) ? past.last() : last;
        isUnderway |= past.isUnderway();
    }

    /** The notices that are due now, in the order in which they are to be sent. */
    List<Telling> due(Subscription subscription, Instant now) {
        boolean repeats = repeats(subscription, now);
        if (!repeats && !hasWaited(subscription, now)) {
            return List.of();
        }
        List<Alert> alerts = new ArrayList<>();
        changes.stream().map(Known::alert).sorted(ORDER).forEach(alerts::add);
        if (repeats) {
            repeatable.stream().sorted(ORDER).forEach(alerts::add);
        }
        int most = subscription.grouping().most();
        return IntStream.iterate(0, first -> first < alerts.size(), first -> first + most)
                .mapToObj(first -> alerts.subList(first, Math.min(first + most, alerts.size())))
                .map(part -> Telling.due(subscription.id(), part, repetition(repeats), now))
                .toList();
    }

    private int repetition(boolean repeats) {
        return repeats ? firing.stream().mapToInt(Past::firings).reduce(repetition, Math::max) : repetition;
    }

    private boolean repeats(Subscription subscription, Instant now) {
        Duration after = subscription.repeat();
        return after != null
                && !isUnderway
                && firing.stream()
                        .anyMatch(past -> !now.isBefore(past.lastFiring().plus(after)));
    }

    private boolean hasWaited(Subscription subscription, Instant now) {
        Optional<Instant> first = changes.stream().map(Known::seen).min(Comparator.naturalOrder());
        return first.isPresent()
                && !now.isBefore(first.get().plus(subscription.grouping().pause()))
                && (last.equals(Instant.MIN)
                        || !now.isBefore(last.plus(subscription.grouping().interval())));
    }
}
