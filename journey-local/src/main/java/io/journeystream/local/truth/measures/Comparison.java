package io.journeystream.local.truth.measures;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Measures of some concerns as they went, and as they are of the journeys that were found of them.
 *
 * @param concerns how many
 * @param causes of those that differ, by what that is due to
 */
public record Comparison(long concerns, Outcome happened, Outcome found, Map<Cause, Differing> causes) {

    /**
     * Concerns of which something else was found than happened.
     *
     * @param concerns how many
     * @param outcome found less happened
     */
    public record Differing(long concerns, Outcome outcome) {
        static final Differing NONE = new Differing(0, Outcome.NONE);

        Differing plus(Differing other) {
            return new Differing(concerns + other.concerns, outcome.plus(other.outcome));
        }
    }

    public Comparison {
        causes = Map.copyOf(causes);
    }

    static Comparison of(Collection<Concern> concerns) {
        Outcome happened = Outcome.NONE;
        Outcome found = Outcome.NONE;
        Map<Cause, Differing> causes = new EnumMap<>(Cause.class);
        for (Concern concern : concerns) {
            happened = happened.plus(concern.happened());
            found = found.plus(concern.found());
            if (!concern.difference().equals(Outcome.NONE)) {
                causes.merge(Cause.of(concern), new Differing(1, concern.difference()), Differing::plus);
            }
        }
        return new Comparison(concerns.size(), happened, found, causes);
    }

    /** Both together. */
    public Comparison plus(Comparison other) {
        Map<Cause, Differing> both = new EnumMap<>(Cause.class);
        causes.forEach((cause, its) -> both.merge(cause, its, Differing::plus));
        other.causes.forEach((cause, its) -> both.merge(cause, its, Differing::plus));
        return new Comparison(concerns + other.concerns, happened.plus(other.happened), found.plus(other.found), both);
    }

    /** Found less happened, as a fraction; null where there is no rate. */
    public @Nullable Double difference(Measure measure) {
        Double was = measure.of(happened);
        Double is = measure.of(found);
        return was == null || is == null ? null : is - was;
    }

    /** Concerns that differ for this reason. */
    public long differing(Cause cause) {
        return causes.getOrDefault(cause, Differing.NONE).concerns();
    }

    /** How much of the difference these causes make, as a fraction; null where there is no rate. */
    public @Nullable Double due(Measure measure, Predicate<Cause> which) {
        Outcome outcome = causes.entrySet().stream()
                .filter(each -> which.test(each.getKey()))
                .map(each -> each.getValue().outcome())
                .reduce(Outcome.NONE, Outcome::plus);
        return measure.moved(outcome, happened, found);
    }
}
