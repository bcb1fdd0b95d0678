package io.journeystream.serve.identity;

import io.journeystream.events.Identifier;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityCommandKind;
import org.jspecify.annotations.Nullable;

/**
 * An identifier that names nobody, and why.
 *
 * @param companions how many other identifiers it was seen with
 * @param command by which a person blocked it; null if it is a hub
 */
public record Block(
        Identifier identifier, int companions, @Nullable IdentityCommand command) {

    static Block of(Identifier identifier, Neighbourhood around) {
        IdentityCommand command = around.laidDown()
                .about(identifier)
                .filter(holding -> holding.getKind() == IdentityCommandKind.BLOCK)
                .orElse(null);
        return new Block(identifier, around.acquaintances().companions(identifier), command);
    }
}
