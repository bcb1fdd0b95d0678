package io.journeystream.local.alerts;

import io.journeystream.alerts.Alert;
import io.journeystream.health.CellKey;
import io.journeystream.local.view.Figures;
import io.journeystream.local.view.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Alerts, for a person to read. */
public final class AlertsPage {
    /** What matters most first. */
    public static final Comparator<Alert> ORDER = Comparator.comparing(
                    (Alert alert) -> alert.getStatus().name().charAt(0)) // firing, pending, resolved
            .thenComparing(Alert::getSeverity, Comparator.reverseOrder())
            .thenComparing(Alert::getSince, Comparator.reverseOrder())
            .thenComparing(Alert::getFingerprint);

    private AlertsPage() {}

    /** A line each. */
    public static List<String> lines(List<Alert> alerts) {
        if (alerts.isEmpty()) {
            return List.of("nothing fires, and nothing is pending");
        }
        Table table = new Table(
                        "status",
                        "severity",
                        "rule",
                        "journeys",
                        "since (UTC)",
                        "fired (UTC)",
                        "measured",
                        "against",
                        "sample")
                .texts(6);
        alerts.forEach(alert -> table.row(
                low(alert.getStatus()),
                low(alert.getSeverity()),
                alert.getRule(),
                subject(alert),
                Moments.minute(alert.getSince()),
                Moments.minute(alert.getFiredAt()),
                Moments.number(alert.getMeasured()),
                Moments.number(alert.getAgainst()),
                Figures.count(alert.getSample())));
        return table.lines();
    }

    private static String low(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** Of which journeys it speaks. */
    static String subject(Alert alert) {
        if (alert.getDimension().equals(CellKey.ALL)) {
            return alert.getType();
        }
        return alert.getType() + " " + alert.getDimension() + "="
                + (alert.getValue() == null ? "(none)" : alert.getValue());
    }
}
