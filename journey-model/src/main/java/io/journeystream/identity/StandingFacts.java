package io.journeystream.identity;

import io.journeystream.events.Identifier;
import java.util.Set;

/**
 * What people have laid down about identifiers, whatever events say (docs/semantics.md, section 3).
 *
 * @param withdrawn pairs whose evidence counts for nothing
 * @param blocked identifiers that name nobody
 * @param unblocked identifiers that name somebody however many others they are seen with
 * @param erasures identifiers that were erased with the customers whom they named
 */
public record StandingFacts(
        Set<Pair> withdrawn, Set<Identifier> blocked, Set<Identifier> unblocked, Erasures erasures) {

    /** Nothing was laid down. */
    public static final StandingFacts NONE = new StandingFacts(Set.of(), Set.of(), Set.of());

    /** The same where nobody was erased. */
    public StandingFacts(Set<Pair> withdrawn, Set<Identifier> blocked, Set<Identifier> unblocked) {
        this(withdrawn, blocked, unblocked, Erasures.NONE);
    }

    public StandingFacts {
        withdrawn = Set.copyOf(withdrawn);
        blocked = Set.copyOf(blocked);
        unblocked = Set.copyOf(unblocked);
        for (Identifier identifier : blocked) {
            if (unblocked.contains(identifier)) {
                throw new IllegalArgumentException(identifier + " cannot be both blocked and unblocked");
            }
        }
    }
}
