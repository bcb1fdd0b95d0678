package io.journeystream.identity;

import io.journeystream.events.Identifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which identifiers were erased with the customer whom they named, and until when: what they named before is gone,
 * whoever comes back later is somebody new (docs/semantics.md, section 3, "Erase").
 *
 * @param until by {@linkplain HashedName#hash hash} of the identifier, epoch milliseconds, inclusive
 */
public record Erasures(Map<String, Long> until) {

    /** Nobody was erased. */
    public static final Erasures NONE = new Erasures(Map.of());

    public Erasures {
        until = Map.copyOf(until);
    }

    /** Of the erasures of an identifier the latest counts. */
    public static Erasures of(Iterable<Erasure> erasures) {
        Map<String, Long> until = new HashMap<>();
        for (Erasure erasure : erasures) {
            until.merge(erasure.getIdentifier(), erasure.getUntil().toEpochMilli(), Math::max);
        }
        return new Erasures(until);
    }

    public boolean isEmpty() {
        return until.isEmpty();
    }

    /** Until when an identifier was erased, epoch milliseconds; null if never. */
    public @Nullable Long until(Identifier identifier) {
        return until.get(HashedName.hash(identifier));
    }

    /**
     * Whether an identifier names nobody any more in an event of that time.
     *
     * @param occurredAt epoch milliseconds
     */
    public boolean cover(Identifier identifier, long occurredAt) {
        if (until.isEmpty()) {
            return false;
        }
        Long last = until.get(HashedName.hash(identifier));
        return last != null && occurredAt <= last;
    }
}
