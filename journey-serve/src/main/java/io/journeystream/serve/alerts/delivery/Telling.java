package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.alerts.DeliveryStatus;
import io.journeystream.serve.alerts.targets.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notice, and what has become of it.
 *
 * @param repetition how many notices have told before that its alerts fire
 * @param attempts how often it was sent and the target's answer is known
 * @param firstAt when it was first sent; null if it never was
 * @param lastAt when it was last sent; null if it never was
 * @param why what the target answered, or what failed; null if it was delivered or has not been sent
 */
public record Telling(
        Notice notice,
        int repetition,
        DeliveryStatus status,
        int attempts,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt,
        @Nullable String why) {

    /** One that is about to be sent for the first time. */
    static Telling due(String subscription, List<Alert> alerts, int repetition, Instant at) {
        String id = NoticeId.of(subscription, alerts, repetition);
        Notice notice = new Notice(
                id, subscription, alerts.stream().map(Telling::withoutCells).toList(), at, false);
        return new Telling(notice, repetition, DeliveryStatus.RETRYING, 0, null, null, null);
    }

    /** No target is told the names of cells, and of a long window there are hundreds. */
    private static Alert withoutCells(Alert alert) {
        return Alert.newBuilder(alert).setCells(List.of()).build();
    }

    public String id() {
        return notice.id();
    }

    /** Whether nothing will become of it any more. */
    public boolean isSettled() {
        return status != DeliveryStatus.RETRYING;
    }

    /** The same after it was sent once more. */
    Telling sent(DeliveryStatus outcome, Instant at, @Nullable String said) {
        return new Telling(notice, repetition, outcome, attempts + 1, firstAt == null ? at : firstAt, at, said);
    }

    /** The same, given up. */
    Telling dead(String reason) {
        return new Telling(notice, repetition, DeliveryStatus.DEAD, attempts, firstAt, lastAt, reason);
    }

    /** The same, as far as it matters later: what is settled is not sent again, and there is a month of it. */
    Telling remembered() {
        return isSettled() ? with(notice.alerts().stream().map(Telling::plain).toList()) : this;
    }

    private static Alert plain(Alert alert) {
        return Alert.newBuilder(alert)
                .setDrivers(List.of())
                .setExamples(List.of())
                .build();
    }

    private Telling with(List<Alert> alerts) {
        Notice other = new Notice(notice.id(), notice.subscription(), alerts, notice.at(), notice.isTest());
        return new Telling(other, repetition, status, attempts, firstAt, lastAt, why);
    }

    /** The same, as far as it has to be remembered which alerts it told of; given up unless it is settled. */
    Telling shortened(String reason) {
        Telling telling = with(notice.alerts().stream().map(Telling::bare).toList());
        return isSettled() ? telling : telling.dead(reason);
    }

    private static Alert bare(Alert alert) {
        return Alert.newBuilder(plain(alert))
                .setMessage("")
                .setCorrection(null)
                .setLabels(Map.of())
                .build();
    }

    /** What it says of an alert firing or being over. */
    static boolean isFiring(Alert told) {
        return told.getStatus() == AlertStatus.FIRING;
    }
}
