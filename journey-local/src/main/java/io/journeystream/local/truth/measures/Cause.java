package io.journeystream.local.truth.measures;

import io.journeystream.journeys.ResolutionBasis;
import java.util.function.Predicate;

/**
 * What the difference between what happened and what is found of a concern is due to: the first that holds, from who
 * somebody is, over what came in and what was put together, to what was made of it.
 */
@SuppressWarnings("ImmutableEnumChecker") // no state behind any of them
public enum Cause {
    NOT_RECOGNISED(
            "not recognised: its events are given to several customers",
            concern -> concern.customers().size() > 1),
    PERSONS_UNITED("taken together with another person's", Concern::isMixedWithOthers),
    INCOMPLETE("events nameless, refused as too late, or after the end", concern -> !concern.complete()),
    CONCERNS_UNITED("two concerns of one type, close in time, taken for one", true, Concern::isMixed),
    CUT(
            "one concern taken for several, for its pauses",
            true,
            concern -> concern.journeys().size() > 1),
    PROVISIONAL("not matured", concern -> !concern.journeys().stream().allMatch(FoundJourney::isMatured)),
    COUNTED("its contacts counted otherwise", concern -> concern.difference().contacts() != 0),
    SILENCE("given up: silence counts as resolved", true, Cause::isBySilence),
    CONTRADICTED(
            "a case, an answer, an operation or the last contact says otherwise",
            concern -> concern.difference().atFirst() != 0),
    RETURNED("came back, but not to an employee, or too late for the window", true, Cause::isVerifiedInVain),
    UNEXPLAINED("nothing: a fault of this program", concern -> true);

    private final String explanation;
    private final boolean byDefinition;

    private final Predicate<Concern> holds;

    Cause(String explanation, Predicate<Concern> holds) {
        this(explanation, false, holds);
    }

    Cause(String explanation, boolean byDefinition, Predicate<Concern> holds) {
        this.explanation = explanation;
        this.byDefinition = byDefinition;
        this.holds = holds;
    }

    private static boolean isBySilence(Concern concern) {
        return concern.difference().atFirst() != 0
                && concern.journeys().stream()
                        .allMatch(each -> each.journey().getResolutionBasis() == ResolutionBasis.SILENCE);
    }

    private static boolean isVerifiedInVain(Concern concern) {
        return concern.difference().verified() > 0 && concern.issue().contacts() > 1;
    }

    /** In words. */
    public String explanation() {
        return explanation;
    }

    /** Whether the measure is meant so (docs/semantics.md): nobody is mistaken, the events do not tell it. */
    public boolean isByDefinition() {
        return byDefinition;
    }

    static Cause of(Concern concern) {
        for (Cause cause : values()) {
            if (cause.holds.test(concern)) {
                return cause;
            }
        }
        return UNEXPLAINED;
    }
}
