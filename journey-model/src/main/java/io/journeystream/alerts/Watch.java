package io.journeystream.alerts;

import io.journeystream.alerts.AlertState.Phase;
import io.journeystream.alerts.Reading.Judgement;
import io.journeystream.definitions.Definitions;
import io.journeystream.events.Digests;
import io.journeystream.health.CellKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks rules at the end of every hour of event time, and remembers how each stands with each subject. What it finds is
 * a function of cells, rules, what was found before, and the hour. For one thread.
 */
public final class Watch {
    private static final long HOUR = HourlyCells.HOUR;
    private static final long LONGEST_CATCH_UP = 31 * 24 * HOUR;

    private final HourlyCells cells;
    private final Activity activity;
    private final Examples examples;
    private final Drivers drivers;
    private final Map<String, Alert> alerts = new HashMap<>();
    private long asked;

    /** Finds journeys that show what is bad. */
    @FunctionalInterface
    public interface Examples {
        /** None. */
        Examples NONE = (rule, subject, from, to) -> List.of();

        /**
         * Ids of at most five journeys, the worst first.
         *
         * @param from start of the first hour in which they began, epoch milliseconds
         * @param to end of the last one
         */
        List<String> of(AlertRule rule, Subject subject, long from, long to);
    }

    /**
     * Goes on with alerts that somebody asked about before.
     *
     * @param known how they stood then; if none is open, the first question is about the first hour that ends from now on
     */
    public Watch(HourlyCells cells, Activity activity, Collection<Alert> known, Examples examples) {
        this.cells = cells;
        this.activity = activity;
        this.examples = examples;
        this.drivers = new Drivers(cells);
        known.forEach(alert -> alerts.put(alert.getFingerprint(), alert));
        this.asked = known.stream()
                .filter(Watch::isOpen)
                .mapToLong(alert -> alert.getAskedAt().toEpochMilli())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private static boolean isOpen(Alert alert) {
        return alert.getStatus() != AlertStatus.RESOLVED;
    }

    /**
     * Asks at the end of every hour that has ended since the last time.
     *
     * @param rules all there are; what fires by others is over
     * @param now event time, epoch milliseconds
     * @return alerts as they stand, each time that they stood otherwise, in that order
     */
    public List<Alert> ask(List<AlertRule> rules, Definitions definitions, long now) {
        Map<String, AlertRule> byName =
                rules.stream().collect(Collectors.toMap(AlertRule::name, Function.identity(), (a, b) -> b));
        Evaluation evaluation = new Evaluation(cells, activity, definitions);
        List<Alert> changed = new ArrayList<>();
        endThoseWithoutRule(byName, now, changed);
        long hour = Math.floorDiv(now, HOUR) * HOUR;
        asked = asked == Long.MIN_VALUE ? hour : Math.max(asked, hour - LONGEST_CATCH_UP);
        while (asked < hour) {
            asked += HOUR;
            for (AlertRule rule : byName.values()) {
                askAbout(rule, definitions, evaluation, changed);
            }
        }
        correct(byName, evaluation, now, changed);
        return changed;
    }

    private void askAbout(AlertRule rule, Definitions definitions, Evaluation evaluation, List<Alert> changed) {
        for (Subject subject : subjects(rule)) {
            if (rule.looksAt(subject)) {
                Reading reading = evaluation.read(rule, subject, asked);
                Alert before = alerts.get(fingerprint(rule, subject));
                AlertState was = state(before);
                AlertState now = was.after(rule, reading.judgement(), asked);
                if (now.phase() != Phase.INACTIVE || was.phase() != Phase.INACTIVE) {
                    long to = evaluation.windowEnd(rule, subject, asked);
                    String team = definitions.teams().get(subject.type());
                    keep(alert(new Found(rule, subject, team, reading, to), before, now), changed);
                }
            }
        }
    }

    /** Also those of whom there are alerts and no cells any more. */
    private Set<Subject> subjects(AlertRule rule) {
        Set<Subject> subjects = new LinkedHashSet<>(cells.subjects());
        rule.sources(activity).map(Subject::source).forEach(subjects::add);
        alerts.values().stream().filter(Watch::isOpen).map(Watch::subject).forEach(subjects::add);
        return subjects;
    }

    private void keep(Alert alert, List<Alert> changed) {
        alerts.put(alert.getFingerprint(), alert);
        changed.add(alert);
    }

    private static AlertState state(@Nullable Alert alert) {
        if (alert == null || !isOpen(alert)) {
            return AlertState.INACTIVE;
        }
        long lastBad = alert.getLastBadAt().toEpochMilli();
        return alert.getFiredAt() == null
                ? new AlertState(Phase.PENDING, alert.getSince().toEpochMilli(), lastBad)
                : new AlertState(Phase.FIRING, alert.getFiredAt().toEpochMilli(), lastBad);
    }

    /**
     * What a rule found at the end of an hour.
     *
     * @param to end of its window, epoch milliseconds
     */
    private record Found(
            AlertRule rule, Subject subject, @Nullable String team, Reading reading, long to) {
        long from() {
            return to - rule.window() * HOUR;
        }
    }

    private Alert alert(Found found, @Nullable Alert before, AlertState now) {
        boolean goesOn = before != null && isOpen(before);
        Alert.Builder alert = goesOn ? Alert.newBuilder(before) : Alert.newBuilder();
        if (!goesOn) {
            start(alert, found);
        }
        alert.setAskedAt(Instant.ofEpochMilli(asked));
        if (now.phase() == Phase.INACTIVE) {
            return alert.setStatus(AlertStatus.RESOLVED)
                    .setResolvedAt(Instant.ofEpochMilli(asked))
                    .build();
        }
        measure(alert, found);
        alert.setLastBadAt(Instant.ofEpochMilli(now.lastBad()));
        if (now.phase() == Phase.FIRING && alert.getFiredAt() == null) {
            fire(alert, found);
        }
        return alert.build();
    }

    private void start(Alert.Builder alert, Found found) {
        Subject subject = found.subject();
        alert.setFingerprint(fingerprint(found.rule(), subject))
                .setRule(found.rule().name())
                .setStatus(AlertStatus.PENDING)
                .setType(subject.type())
                .setDimension(subject.dimension())
                .setValue(subject.value())
                .setSince(Instant.ofEpochMilli(asked))
                .setCells(List.of())
                .setDrivers(List.of())
                .setExamples(List.of());
    }

    private void measure(Alert.Builder alert, Found found) {
        AlertRule rule = found.rule();
        alert.setSeverity(rule.severity())
                .setTeam(found.team())
                .setLabels(rule.labels())
                .setMetric(rule.metric().toString())
                .setMeasured(found.reading().value())
                .setAgainst(found.reading().against())
                .setSample(found.reading().sample())
                .setWindowFrom(Instant.ofEpochMilli(found.from()))
                .setWindowTo(Instant.ofEpochMilli(found.to()))
                .setMessage(AlertMessage.of(rule, found.subject(), found.reading(), found.to()))
                .setCells(cells.names(found.subject(), found.to() - 1, rule.window()).stream()
                        .map(CellKey::toString)
                        .toList());
    }

    private void fire(Alert.Builder alert, Found found) {
        long last = found.to() - 1;
        long lastAtFirst = last - (asked - alert.getSince().toEpochMilli());
        alert.setStatus(AlertStatus.FIRING)
                .setFiredAt(Instant.ofEpochMilli(asked))
                .setDrivers(drivers.of(found.rule(), found.subject(), last, lastAtFirst))
                .setExamples(examples.of(found.rule(), found.subject(), found.from(), found.to()));
    }

    private void endThoseWithoutRule(Map<String, AlertRule> rules, long now, List<Alert> changed) {
        for (Alert alert : List.copyOf(alerts.values())) {
            AlertRule rule = rules.get(alert.getRule());
            if (isOpen(alert) && (rule == null || !rule.looksAt(subject(alert)))) {
                Alert.Builder over = ended(alert, now);
                keep(
                        over.setMessage("the rule " + alert.getRule() + " was taken back")
                                .build(),
                        changed);
            }
        }
    }

    private static Alert.Builder ended(Alert alert, long now) {
        Instant at = Instant.ofEpochMilli(now);
        return Alert.newBuilder(alert)
                .setStatus(AlertStatus.RESOLVED)
                .setAskedAt(at)
                .setResolvedAt(Objects.requireNonNullElse(alert.getResolvedAt(), at));
    }

    /** Matured figures change only by corrections: what fired by them and would not any more is told, and is over. */
    private void correct(Map<String, AlertRule> rules, Evaluation evaluation, long now, List<Alert> changed) {
        for (Alert alert : List.copyOf(alerts.values())) {
            AlertRule rule = rules.get(alert.getRule());
            if (rule == null || rule.counted() != Counted.MATURED || alert.getCorrection() != null) {
                continue;
            }
            Instant firedAt = alert.getFiredAt();
            if (firedAt != null && firedAt.toEpochMilli() > now - LONGEST_CATCH_UP) {
                Reading reading = evaluation.read(rule, subject(alert), firedAt.toEpochMilli());
                if (reading.judgement() == Judgement.GOOD || reading.judgement() == Judgement.UNKNOWN) {
                    keep(
                            ended(alert, now)
                                    .setCorrection(correction(alert, reading))
                                    .build(),
                            changed);
                }
            }
        }
    }

    private static String correction(Alert alert, Reading now) {
        return "The facts have been corrected since it fired at " + alert.getFiredAt() + ": " + alert.getMetric()
                + " is " + AlertMessage.number(now.value()) + " over " + now.sample()
                + " by what is known now, which is "
                + (now.judgement() == Judgement.GOOD ? "good" : "too little to judge by");
    }

    private static Subject subject(Alert alert) {
        return new Subject(alert.getType(), alert.getDimension(), alert.getValue());
    }

    /** By which one alert is known from now on: 20 hex digits of rule and subject. */
    static String fingerprint(AlertRule rule, Subject subject) {
        String value = subject.value() == null ? "" : "=" + subject.value();
        String name = String.join("\n", rule.name(), subject.type(), subject.dimension()) + value;
        return Digests.hex20(name.getBytes(StandardCharsets.UTF_8));
    }
}
