package io.journeystream.serve.identity;

import io.journeystream.events.Identifier;
import io.journeystream.identity.Conflict;
import io.journeystream.identity.Customer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evidence that joins nothing, in the order in which it was weighed.
 *
 * @param all each pair of identifiers once, with its earliest evidence
 * @param customers ids of the customers whom identifiers in there name
 */
public record Conflicts(List<Conflict> all, Map<Identifier, String> customers) {

    static Conflicts of(Neighbourhood around) {
        Map<Identifier, String> customers = new HashMap<>();
        for (Customer customer : around.evidence().customers()) {
            customer.since().keySet().forEach(identifier -> customers.put(identifier, customer.customerId()));
        }
        return new Conflicts(around.evidence().conflicts(), customers);
    }

    /** Null if it names nobody. */
    @Nullable
    String customer(Identifier identifier) {
        return customers.get(identifier);
    }
}
