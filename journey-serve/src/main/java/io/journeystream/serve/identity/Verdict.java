package io.journeystream.serve.identity;

import io.journeystream.events.Identifier;
import io.journeystream.identity.Customer;
import io.journeystream.identity.Explanation;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.identity.Pair;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why two identifiers are one customer, or why they are not.
 *
 * @param one as asked
 * @param other as asked
 * @param customerOfOne null if it names nobody
 * @param customerOfOther null if it names nobody
 * @param blocked those of the two that are blocked
 * @param withdrawal by which a person has withdrawn the evidence between just these two; null if nobody has
 */
public record Verdict(
        Identifier one,
        Identifier other,
        Explanation explanation,
        @Nullable String customerOfOne,
        @Nullable String customerOfOther,
        List<Block> blocked,
        @Nullable IdentityCommand withdrawal) {

    static Verdict of(Identifier one, Identifier other, Neighbourhood around, Identifiers order) {
        Explanation explanation = around.evidence().explain(one, other);
        List<Block> blocked = explanation instanceof Explanation.Blocked names
                ? names.identifiers().stream()
                        .map(identifier -> Block.of(identifier, around))
                        .toList()
                : List.of();
        return new Verdict(
                one,
                other,
                explanation,
                around.customer(one).map(Customer::customerId).orElse(null),
                around.customer(other).map(Customer::customerId).orElse(null),
                blocked,
                withdrawal(one, other, around, order));
    }

    private static @Nullable IdentityCommand withdrawal(
            Identifier one, Identifier other, Neighbourhood around, Identifiers order) {
        Optional<IdentityCommand> about =
                one.equals(other) ? Optional.empty() : around.laidDown().about(Pair.of(one, other, order));
        return about.filter(command -> command.getKind() == IdentityCommandKind.WITHDRAW)
                .orElse(null);
    }
}
