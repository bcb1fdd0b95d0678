package io.journeystream.serve.alerts.subscriptions;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.Severity;
import java.util.Map;
import java.util.Set;

/**
 * Which alerts are meant: those that fit everything that is given.
 *
 * @param teams that own the journey type; none: all, also types that nobody owns
 * @param types journey types; none: all
 * @param severities none: all
 * @param rules names of alert rules; none: all
 * @param labels that the alert must have, with these values; none: all
 */
public record Hearing(
        Set<String> teams, Set<String> types, Set<Severity> severities, Set<String> rules, Map<String, String> labels) {
    /** Every alert. */
    public static final Hearing ALL = new Hearing(Set.of(), Set.of(), Set.of(), Set.of(), Map.of());

    public Hearing {
        teams = Set.copyOf(teams);
        types = Set.copyOf(types);
        severities = Set.copyOf(severities);
        rules = Set.copyOf(rules);
        labels = Map.copyOf(labels);
    }

    /** Whether an alert is meant. */
    public boolean hears(Alert alert) {
        String team = alert.getTeam();
        return (teams.isEmpty() || (team != null && teams.contains(team)))
                && fits(types, alert.getType())
                && fits(severities, alert.getSeverity())
                && fits(rules, alert.getRule())
                && alert.getLabels().entrySet().containsAll(labels.entrySet());
    }

    private static <T> boolean fits(Set<T> wanted, T given) {
        return wanted.isEmpty() || wanted.contains(given);
    }
}
