package io.journeystream.local.truth.measures;

import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A share that is published, and that the truth has as well (docs/semantics.md, section 8). */
@SuppressWarnings("ImmutableEnumChecker") // no state behind any of them
public enum Measure {
    FCR_BY_JOURNEY("FCR by journey", Outcome::atFirst, Outcome::journeys),
    FCR_BY_CONTACT("FCR by contact", Outcome::atFirst, Outcome::contacts),
    RAW_CONTAINMENT("raw containment", Outcome::stayed, Outcome::entries),
    STRICT_CONTAINMENT("strict containment", Outcome::contained, Outcome::withIntent),
    VERIFIED_CONTAINMENT("verified containment", Outcome::verified, Outcome::withIntent);

    private final String title;
    private final ToLongFunction<Outcome> part;
    private final ToLongFunction<Outcome> whole;

    Measure(String title, ToLongFunction<Outcome> part, ToLongFunction<Outcome> whole) {
        this.title = title;
        this.part = part;
        this.whole = whole;
    }

    /** In words. */
    public String title() {
        return title;
    }

    /** As a fraction; null if nothing counts. */
    public @Nullable Double of(Outcome sums) {
        long all = whole.applyAsLong(sums);
        return all == 0 ? null : (double) part.applyAsLong(sums) / all;
    }

    /**
     * By how much some concerns move the rate. Over all concerns these sum to the rate found less the true one: nothing
     * is rounded off, nothing is left over.
     *
     * @param difference what was found of them, less what happened
     * @return as a fraction; null where there is no rate
     */
    @Nullable
    Double moved(Outcome difference, Outcome happened, Outcome found) {
        Double rate = of(happened);
        long all = whole.applyAsLong(found);
        return rate == null || all == 0
                ? null
                : (part.applyAsLong(difference) - rate * whole.applyAsLong(difference)) / all;
    }
}
