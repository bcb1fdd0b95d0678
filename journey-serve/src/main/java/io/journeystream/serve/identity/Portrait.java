package io.journeystream.serve.identity;

import io.journeystream.events.Identifier;
import io.journeystream.identity.Conflict;
import io.journeystream.identity.Customer;
import io.journeystream.identity.Evidence;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.Pair;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of the customer whom an identifier names.
 *
 * @param asked the identifier
 * @param asBlocked null if it is not blocked
 * @param erasedUntil until when it was erased, epoch milliseconds; null if never
 * @param customer null if it names nobody
 * @param since its identifiers, strongest first, each with when it was first seen with it, epoch milliseconds
 * @param evidence that ties its identifiers, in the order in which it was weighed
 * @param conflicts evidence that ties none of them to others, in the same order
 * @param blocked identifiers that its events name and that name nobody
 * @param commands what people have laid down about any of these identifiers, and holds
 */
public record Portrait(
        Identifier asked,
        @Nullable Block asBlocked,
        @Nullable Long erasedUntil,
        @Nullable Customer customer,
        List<Map.Entry<Identifier, Long>> since,
        List<Evidence> evidence,
        List<Conflict> conflicts,
        List<Block> blocked,
        List<IdentityCommand> commands) {

    static Portrait of(Identifier asked, Neighbourhood around, Identifiers order) {
        Customer customer = around.customer(asked).orElse(null);
        Set<Identifier> own = new HashSet<>(Set.of(asked));
        if (customer != null) {
            own.addAll(customer.since().keySet());
        }
        List<Block> blocked = customer == null ? List.of() : blockedBeside(customer, around, order);
        Set<Identifier> spokenOf = new HashSet<>(own);
        blocked.forEach(block -> spokenOf.add(block.identifier()));
        return new Portrait(
                asked,
                around.isBlocked(asked) ? Block.of(asked, around) : null,
                around.laidDown().facts().erasures().until(asked),
                customer,
                customer == null ? List.of() : since(customer, order),
                around.evidence().joined().stream()
                        .filter(evidence -> touches(evidence.pair(), own))
                        .toList(),
                around.evidence().conflicts().stream()
                        .filter(conflict -> touches(conflict.evidence().pair(), own))
                        .toList(),
                blocked,
                around.laidDown().aboutAny(spokenOf));
    }

    private static List<Map.Entry<Identifier, Long>> since(Customer customer, Identifiers order) {
        return customer.since().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .toList();
    }

    private static boolean touches(Pair pair, Set<Identifier> identifiers) {
        return identifiers.contains(pair.stronger()) || identifiers.contains(pair.weaker());
    }

    private static List<Block> blockedBeside(Customer customer, Neighbourhood around, Identifiers order) {
        return customer.events().stream()
                .flatMap(event -> event.identifiers().stream())
                .distinct()
                .filter(around::isBlocked)
                .sorted(order)
                .map(identifier -> Block.of(identifier, around))
                .toList();
    }
}
