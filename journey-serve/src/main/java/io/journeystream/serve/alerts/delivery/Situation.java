package io.journeystream.serve.alerts.delivery;

import io.journeystream.serve.alerts.subscriptions.Silence;
import io.journeystream.serve.alerts.subscriptions.Subscription;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * All that decides what is due.
 *
 * @param alerts present ones, by fingerprint
 * @param told what was told before, or is about to be
 */
public record Situation(
        Map<String, Known> alerts,
        List<Subscription> subscriptions,
        List<Silence> silences,
        Collection<Telling> told,
        Instant now) {

    public Situation {
        alerts = Map.copyOf(alerts);
        subscriptions = List.copyOf(subscriptions);
        silences = List.copyOf(silences);
        told = List.copyOf(told);
    }
}
