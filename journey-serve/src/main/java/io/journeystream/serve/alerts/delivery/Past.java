package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.alerts.DeliveryStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What one subscription was told of one occurrence. */
final class Past {
    private final Occurrence occurrence;
    private int firings;
    private boolean tried;
    private boolean reached;
    private boolean isUnderway;
    private boolean over;
    private Instant lastFiring = Instant.MIN;
    private Instant last = Instant.MIN;
    private Alert content;

    private Past(Occurrence occurrence, Alert first) {
        this.occurrence = occurrence;
        this.content = first;
    }

    /**
     * Everything that a subscription was told.
     *
     * @param told of that subscription
     * @param since when it was written: what could not be told before is due again, since the target may have been wrong
     */
    static Map<Occurrence, Past> of(List<Telling> told, Instant since) {
        Map<Occurrence, Past> all = new HashMap<>();
        told.stream()
                .sorted(Comparator.comparing(
                                (Telling telling) -> telling.notice().at())
                        .thenComparing(Telling::id))
                .forEach(telling -> telling.notice().alerts().forEach(alert -> {
                    Occurrence occurrence = Objects.requireNonNull(Occurrence.of(alert));
                    all.computeIfAbsent(occurrence, key -> new Past(key, alert)).add(telling, alert, since);
                }));
        return all;
    }

    private void add(Telling telling, Alert alert, Instant since) {
        boolean dead = telling.status() == DeliveryStatus.DEAD;
        boolean counts = !dead || !telling.notice().at().isBefore(since);
        Instant at = telling.notice().at();
        isUnderway |= !telling.isSettled();
        last = counts ? later(last, at) : last;
        if (Telling.isFiring(alert)) {
            firings++;
            reached |= !dead;
            tried |= counts;
            lastFiring = counts ? later(lastFiring, at) : lastFiring;
            content = alert;
        } else {
            over = true;
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Whether it need not be told any more that it fires, unless to repeat it. */
    boolean isTried() {
        return tried;
    }

    /** Whether it is still to be told that it is over: it was, or is being, told that it fires. */
    boolean awaitsEnd() {
        return reached && !over;
    }

    boolean isUnderway() {
        return isUnderway;
    }

    /** How many notices have told that it fires. */
    int firings() {
        return firings;
    }

    Instant lastFiring() {
        return lastFiring;
    }

    Instant last() {
        return last;
    }

    /** The alert as it was last told to fire. */
    Alert content() {
        return content;
    }

    boolean isFiring(Known present) {
        return occurrence.isFiring(present.alert());
    }

    /** The alert as it is over, as it stands now or, if that has been written over, as far as can be said. */
    Alert ended(Known present) {
        if (occurrence.isOf(present.alert())) {
            return present.alert();
        }
        return Alert.newBuilder(content)
                .setStatus(AlertStatus.RESOLVED)
                .setResolvedAt(present.alert().getSince())
                .build();
    }
}
