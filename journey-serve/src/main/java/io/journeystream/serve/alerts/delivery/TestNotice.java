package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.alerts.Severity;
import io.journeystream.events.Digests;
import io.journeystream.health.CellKey;
import io.journeystream.serve.alerts.subscriptions.Subscription;
import io.journeystream.serve.alerts.targets.Channel;
import io.journeystream.serve.alerts.targets.Notice;
import io.journeystream.serve.alerts.targets.Sent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A notice of an alert that is none, by which somebody tries whether notices arrive. */
public final class TestNotice {
    private static final Duration WINDOW = Duration.ofHours(1);

    private TestNotice() {}

    /**
     * Sends one now, whatever the subscription hears and whenever.
     *
     * @return what the target said
     * @throws IllegalArgumentException if the subscription names no target
     */
    public static Sent send(Subscription subscription, Lines lines, Instant now) {
        try (Channel channel = lines.to(subscription)) {
            return channel.send(of(subscription, now));
        }
    }

    static Notice of(Subscription subscription, Instant now) {
        String text = subscription.id() + "\ntest\n" + now.toEpochMilli();
        String digits = Digests.hex20(text.getBytes(StandardCharsets.UTF_8));
        return new Notice("n_" + digits, subscription.id(), List.of(alert(subscription, digits, now)), now, true);
    }

    private static Alert alert(Subscription subscription, String fingerprint, Instant now) {
        return Alert.newBuilder()
                .setFingerprint(fingerprint)
                .setRule("test")
                .setStatus(AlertStatus.FIRING)
                .setSeverity(Severity.INFO)
                .setType("test")
                .setTeam(subscription.team())
                .setDimension(CellKey.ALL)
                .setLabels(Map.of())
                .setMetric("journeys")
                .setMeasured(0.0)
                .setSample(0)
                .setWindowFrom(now.minus(WINDOW))
                .setWindowTo(now)
                .setSince(now)
                .setLastBadAt(now)
                .setFiredAt(now)
                .setAskedAt(now)
                .setMessage("This is a test of subscription " + subscription.id() + ": no journey is broken.")
                .setCells(List.of())
                .build();
    }
}
