package io.journeystream.identity;

import io.journeystream.events.Identifier;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which commands can be obeyed. */
public final class Commands {
    private static final Set<IdentityCommandKind> OF_PAIRS =
            Set.of(IdentityCommandKind.WITHDRAW, IdentityCommandKind.RESTORE);

    private Commands() {}

    /** Why a command cannot be obeyed; null if it can. */
    public static @Nullable String wrong(IdentityCommand command) {
        Identifier other = command.getOther();
        if (command.getKind() == IdentityCommandKind.UNKNOWN) {
            return "its kind is none that this release knows";
        }
        if (OF_PAIRS.contains(command.getKind())) {
            return other == null || other.equals(command.getIdentifier())
                    ? command.getKind() + " speaks of two different identifiers"
                    : null;
        }
        return other == null ? null : command.getKind() + " speaks of one identifier";
    }
}
