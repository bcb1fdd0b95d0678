package io.journeystream.local.alerts;

import io.journeystream.alerts.Delivery;
import io.journeystream.alerts.DeliveryStatus;
import io.journeystream.local.view.Durations;
import io.journeystream.local.view.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was told whom, what waits and what is dead, for a person to read. */
public final class DeliveriesPage {
    private DeliveriesPage() {}

    /**
     * A line each, and how many of each kind there are.
     *
     * @param deliveries in the order in which they are shown
     */
    public static List<String> lines(List<Delivery> deliveries, Instant now) {
        if (deliveries.isEmpty()) {
            return List.of("nobody was told anything in the last 30 days");
        }
        Table table = new Table("due (UTC)", "subscription", "tells", "outcome", "sent", "notice", "why").texts(7);
        deliveries.forEach(delivery -> table.row(
                Moments.second(delivery.getDueAt()),
                delivery.getSubscription(),
                tells(delivery),
                outcome(delivery),
                times(delivery),
                delivery.getNotice(),
                Objects.requireNonNullElse(delivery.getWhy(), "")));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add(count(deliveries, DeliveryStatus.DELIVERED) + " delivered, "
                + count(deliveries, DeliveryStatus.RETRYING) + " waiting" + oldest(deliveries, now) + ", "
                + count(deliveries, DeliveryStatus.DEAD) + " dead");
        return lines;
    }

    private static String tells(Delivery delivery) {
        long over = delivery.getAlerts().stream()
                .filter(told -> told.getResolvedAt() != null)
                .count();
        long firing = delivery.getAlerts().size() - over;
        List<String> said = new ArrayList<>();
        if (firing > 0) {
            said.add(firing + " firing" + (delivery.getRepetition() > 0 ? " (again)" : ""));
        }
        if (over > 0) {
            said.add(over + " over");
        }
        return String.join(", ", said);
    }

    private static String outcome(Delivery delivery) {
        return switch (delivery.getStatus()) {
            case DELIVERED -> "delivered";
            case DEAD -> "dead";
            case RETRYING -> delivery.getAttempts() == 0 ? "waiting" : "retrying";
        };
    }

    private static String times(Delivery delivery) {
        return delivery.getLastAt() == null
                ? "-"
                : delivery.getAttempts() + "x, last " + Moments.second(delivery.getLastAt());
    }

    private static long count(List<Delivery> deliveries, DeliveryStatus status) {
        return deliveries.stream()
                .filter(delivery -> delivery.getStatus() == status)
                .count();
    }

    private static String oldest(List<Delivery> deliveries, Instant now) {
        return deliveries.stream()
                .filter(delivery -> delivery.getStatus() == DeliveryStatus.RETRYING)
                .map(Delivery::getDueAt)
                .min(Instant::compareTo)
                .map(due -> " (the oldest for "
                        + Durations.text((double) Duration.between(due, now).toMillis()) + ")")
                .orElse("");
    }
}
