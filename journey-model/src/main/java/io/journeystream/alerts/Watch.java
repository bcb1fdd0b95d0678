package io.journeystream.alerts;

import io.journeystream.alerts.AlertState.Phase;
import io.journeystream.alerts.Examples.Wanted;
import io.journeystream.alerts.Reading.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks rules at the end of every hour of event time, and remembers how each stands with each subject. What it finds is
 * a function of cells, rules, what was found before, and the hour. For one thread.
 */
public final class Watch {
    /**
     * For how long hours that were missed are asked about, and corrections looked for. Cells are to be kept for so long
     * besides what the rules look back.
     */
    public static final Duration LOOKS_BACK = Duration.ofDays(31);

    private static final long HOUR = HourlyCells.HOUR;

    private final HourlyCells cells;
    private final Activity activity;
    private final Examples examples;
    private final Drivers drivers;
    private final Map<String, Alert> alerts = new HashMap<>();
    private long asked;

    /**
     * Goes on where another one ended.
     *
     * @param known alerts as they stood then
     * @param asked the last hour that it asked about, epoch milliseconds; empty if none is known. With no open alert
     *     either, the first question is about the first hour that ends from now on
     */
    public Watch(HourlyCells cells, Activity activity, Collection<Alert> known, OptionalLong asked, Examples examples) {
        this.cells = cells;
        this.activity = activity;
        this.examples = examples;
        this.drivers = new Drivers(cells);
        known.forEach(alert -> alerts.put(alert.getFingerprint(), alert));
        this.asked = known.stream()
                .filter(Watch::isOpen)
                .mapToLong(alert -> alert.getAskedAt().toEpochMilli())
                .reduce(asked.orElse(Long.MIN_VALUE), Math::max);
    }

    private static boolean isOpen(Alert alert) {
        return alert.getStatus() != AlertStatus.RESOLVED;
    }

    /** The last hour that was asked about, epoch milliseconds; {@link Long#MIN_VALUE} if none was. */
    public long asked() {
        return asked;
    }

    /**
     * Asks at the end of every hour that has ended since the last time.
     *
     * @param standing all rules there are; what fires by others is over
     * @param now event time, epoch milliseconds
     * @return alerts as they stand, each time that they stood otherwise, in that order
     */
    public List<Alert> ask(StandingRules standing, long now) {
        Map<String, AlertRule> rules = standing.rules().stream()
                .collect(Collectors.toMap(AlertRule::name, Function.identity(), (a, b) -> b, LinkedHashMap::new));
        Evaluation evaluation = new Evaluation(cells, activity, standing.definitions());
        List<Alert> changed = new ArrayList<>();
        endThoseWithoutRule(rules, standing.unreadable(), now, changed);
        long hour = Math.floorDiv(now, HOUR) * HOUR;
        asked = asked == Long.MIN_VALUE ? hour : Math.max(asked, hour - LOOKS_BACK.toMillis());
        while (asked < hour) {
            asked += HOUR;
            for (AlertRule rule : rules.values()) {
                askAbout(rule, standing.definitions().teams(), evaluation, changed);
            }
        }
        showExamples(rules, changed);
        correct(rules, evaluation, now, changed);
        return changed;
    }

    private void askAbout(AlertRule rule, Map<String, String> teams, Evaluation evaluation, List<Alert> changed) {
        for (Subject subject : subjects(rule)) {
            if (!rule.looksAt(subject) || !evaluation.isKept(rule, subject, asked)) {
                continue;
            }
            Reading reading = evaluation.read(rule, subject, asked);
            if (rule.isAboutSources() && reading.judgement() == Judgement.UNKNOWN) {
                continue; // events have not been read far enough back, which says nothing of the source
            }
            Alert known = alerts.get(Finding.fingerprint(rule, subject));
            Alert before = known != null && isOpen(known) ? known : null;
            AlertState was = state(before);
            AlertState now = was.after(rule, reading.judgement(), asked);
            if (now.phase() != Phase.INACTIVE || was.phase() != Phase.INACTIVE) {
                long to = evaluation.windowEnd(rule, subject, asked);
                String basis = rule.counted() == Counted.MATURED ? evaluation.basis(rule, subject) : null;
                Finding found = new Finding(rule, subject, teams.get(subject.type()), basis, reading, asked, to);
                keep(found.alert(before, now, cells, drivers), changed);
            }
        }
    }

    /** Also those of whom there are alerts and no cells any more. */
    private Set<Subject> subjects(AlertRule rule) {
        Set<Subject> subjects = new LinkedHashSet<>(cells.subjects());
        rule.sources(activity).map(Subject::source).forEach(subjects::add);
        alerts.values().stream().filter(Watch::isOpen).map(Subject::of).forEach(subjects::add);
        return subjects;
    }

    private void keep(Alert alert, List<Alert> changed) {
        alerts.put(alert.getFingerprint(), alert);
        changed.add(alert);
    }

    private static AlertState state(@Nullable Alert open) {
        if (open == null) {
            return AlertState.INACTIVE;
        }
        long lastBad = open.getLastBadAt().toEpochMilli();
        return open.getFiredAt() == null
                ? new AlertState(Phase.PENDING, open.getSince().toEpochMilli(), lastBad)
                : new AlertState(Phase.FIRING, open.getFiredAt().toEpochMilli(), lastBad);
    }

    private void endThoseWithoutRule(
            Map<String, AlertRule> rules, Set<String> unreadable, long now, List<Alert> changed) {
        for (Alert alert : List.copyOf(alerts.values())) {
            AlertRule rule = rules.get(alert.getRule());
            boolean isLeftAlone = !isOpen(alert) || (rule == null && unreadable.contains(alert.getRule()));
            if (!isLeftAlone && (rule == null || !isAbout(rule, alert))) {
                String why = rule == null ? " was taken back" : " looks at something else now";
                keep(
                        ended(alert, now)
                                .setMessage("the rule " + alert.getRule() + why)
                                .build(),
                        changed);
            }
        }
    }

    private static boolean isAbout(AlertRule rule, Alert alert) {
        return rule.looksAt(Subject.of(alert)) && rule.metric().toString().equals(alert.getMetric());
    }

    private static Alert.Builder ended(Alert alert, long now) {
        Instant at = Instant.ofEpochMilli(now);
        return Alert.newBuilder(alert)
                .setStatus(AlertStatus.RESOLVED)
                .setAskedAt(at)
                .setResolvedAt(Objects.requireNonNullElse(alert.getResolvedAt(), at));
    }

    /** One time that an alert fired. */
    private record Firing(String fingerprint, @Nullable Instant at) {
        static Firing of(Alert alert) {
            return new Firing(alert.getFingerprint(), alert.getFiredAt());
        }
    }

    /** To all that has fired in these hours, together: looking for them reads many journeys. */
    private void showExamples(Map<String, AlertRule> rules, List<Alert> changed) {
        Map<Firing, Wanted> wanted = new LinkedHashMap<>();
        for (Alert alert : changed) {
            AlertRule rule = rules.get(alert.getRule());
            boolean fires = alert.getStatus() == AlertStatus.FIRING
                    && alert.getAskedAt().equals(alert.getFiredAt());
            if (fires && rule != null) {
                long from = alert.getWindowFrom().toEpochMilli();
                long to = alert.getWindowTo().toEpochMilli();
                wanted.put(Firing.of(alert), new Wanted(rule, Subject.of(alert), from, to));
            }
        }
        if (!wanted.isEmpty()) {
            Map<Wanted, List<String>> found = examples.of(wanted.values());
            changed.replaceAll(alert -> {
                Wanted asked = wanted.get(Firing.of(alert));
                return asked == null ? alert : with(found.getOrDefault(asked, List.of()), alert);
            });
            changed.forEach(alert -> alerts.put(alert.getFingerprint(), alert));
        }
    }

    private static Alert with(List<String> examples, Alert alert) {
        return Alert.newBuilder(alert).setExamples(examples).build();
    }

    /** What fired on figures that have been corrected, and would not have fired by them, is told, and is over. */
    private void correct(Map<String, AlertRule> rules, Evaluation evaluation, long now, List<Alert> changed) {
        for (Alert alert : List.copyOf(alerts.values())) {
            AlertRule rule = rules.get(alert.getRule());
            Instant firedAt = alert.getFiredAt();
            if (rule != null && firedAt != null && firedAt.toEpochMilli() > now - LOOKS_BACK.toMillis()) {
                Correction.of(alert, rule, evaluation)
                        .ifPresent(
                                why -> keep(ended(alert, now).setCorrection(why).build(), changed));
            }
        }
    }
}
