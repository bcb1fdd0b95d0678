package io.journeystream.identity;

import io.journeystream.events.Identifier;
import java.util.List;

/** Why two identifiers are one customer, or why they are not. */
public sealed interface Explanation {

    /**
     * They are one customer.
     *
     * @param chain the shortest chain of evidence from the one to the other; empty if they are the same identifier
     */
    record OneCustomer(List<Evidence> chain) implements Explanation {
        public OneCustomer {
            chain = List.copyOf(chain);
        }
    }

    /**
     * Evidence connects them, yet they are two customers.
     *
     * @param chain the chain with the fewest conflicts, and of those the shortest
     * @param conflicts those in the chain, at least one
     */
    record KeptApart(List<Evidence> chain, List<Conflict> conflicts) implements Explanation {
        public KeptApart {
            chain = List.copyOf(chain);
            conflicts = List.copyOf(conflicts);
        }
    }

    /** No evidence connects them. */
    record Unconnected() implements Explanation {}

    /** The one or the other names nobody: it is blocked. */
    record Blocked(List<Identifier> identifiers) implements Explanation {
        public Blocked {
            identifiers = List.copyOf(identifiers);
        }
    }
}
