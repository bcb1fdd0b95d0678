package io.journeystream.alerts;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.JourneyDefinition;
import io.journeystream.health.CellKey;
import io.journeystream.health.HealthRecords;
import io.journeystream.health.JourneyFigures;
import io.journeystream.health.Sums;
import io.journeystream.journeys.Journey;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be heard of when it happens to a journey type, or to one value of a dimension of it.
 *
 * @param name once among all rules
 * @param types none: all types
 * @param dimension {@link CellKey#ALL} for journeys together, else each of its values is looked at by itself
 * @param values of the dimension that are looked at; none: all
 * @param window hours of cohorts that are added up
 * @param delayHours how many hours before the moment of asking the window ends; null: none for journeys that may still
 *     go on, and for matured ones the time in which journeys of the type mature, see {@link #delay}
 * @param minimum sample of the metric below which nothing is said
 * @param lasting how long it must be bad before it fires
 * @param keepFiring how long it must not have been bad before it is over
 * @param labels for whoever routes the alert
 * @param message template; empty for the standard sentence
 */
public record AlertRule(
        String name,
        Set<String> types,
        String dimension,
        Set<String> values,
        Metric metric,
        Counted counted,
        Condition condition,
        int window,
        @Nullable Integer delayHours,
        long minimum,
        Duration lasting,
        Duration keepFiring,
        Severity severity,
        Map<String, String> labels,
        String message) {

    public AlertRule {
        types = Set.copyOf(types);
        values = Set.copyOf(values);
        labels = Map.copyOf(labels);
        if (window < 1) {
            throw new IllegalArgumentException("window must be at least one hour, was " + window);
        }
    }

    /** The same about other journeys. */
    AlertRule counting(Counted other) {
        return new AlertRule(
                name,
                types,
                dimension,
                values,
                metric,
                other,
                condition,
                window,
                delayHours,
                minimum,
                lasting,
                keepFiring,
                severity,
                labels,
                message);
    }

    /**
     * How long before the moment of asking its window ends. Matured journeys of the last days there are none: they are
     * waited for twice the gap of their type, for as long as one may go on and once more until it matures.
     */
    Duration delay(Definitions definitions, String type) {
        if (delayHours != null) {
            return Duration.ofHours(delayHours);
        }
        return counted == Counted.MATURED ? definitions.rules(type).gap().multipliedBy(2) : Duration.ZERO;
    }

    /** How far back from the moment of asking it looks, whatever the type. */
    public Duration reach(Definitions definitions) {
        if (isAboutSources()) {
            return Duration.ofHours(window);
        }
        Duration latest = Stream.concat(
                        Stream.of(Definitions.UNCLASSIFIED),
                        definitions.journeys().stream().map(JourneyDefinition::type))
                .map(type -> delay(definitions, type))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        int weeks = condition instanceof Condition.Change change ? change.weeks() : 1;
        return latest.plusHours(window + 1L).plusDays(7L * weeks);
    }

    /** Whether a sample of its metric is large enough to say something; a number of journeys is one however small it is. */
    boolean isEnough(long sample) {
        return metric.isNumber() || sample >= minimum;
    }

    /** How bad a journey by itself is by its metric: the greater, the worse; empty if it says nothing of it. */
    public OptionalDouble badness(Journey journey) {
        Sums sums = new Sums();
        sums.add(JourneyFigures.of(journey), 1);
        Double value = metric.value(HealthRecords.figures(sums));
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(isFallBad() ? -value : value);
    }

    /** Whether less of its metric is the bad way. */
    boolean isFallBad() {
        return condition instanceof Condition.Limit limit ? limit.below() : metric.isHigherBetter();
    }

    /** Whether it looks at these journeys, or at this source. */
    boolean looksAt(Subject subject) {
        if (condition instanceof Condition.Absence absence) {
            return subject.isSource()
                    && (absence.sources().isEmpty() || absence.sources().contains(subject.value()));
        }
        return !subject.isSource()
                && (types.isEmpty() || types.contains(subject.type()))
                && dimension.equals(subject.dimension())
                && (values.isEmpty() || (subject.value() != null && values.contains(subject.value())));
    }

    /** Sources that it looks at; none for a rule about journeys. */
    Stream<String> sources(Activity activity) {
        if (condition instanceof Condition.Absence absence) {
            return absence.sources().isEmpty()
                    ? activity.sources().stream()
                    : absence.sources().stream().sorted();
        }
        return Stream.empty();
    }

    /** Whether it is about sources, and looks at no cells. */
    public boolean isAboutSources() {
        return condition instanceof Condition.Absence;
    }
}
