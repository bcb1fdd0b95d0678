package io.journeystream.local.identity;

import io.journeystream.events.Identifier;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.local.view.Figures;
import io.journeystream.serve.identity.Block;
import io.journeystream.serve.identity.Names;

/** What was laid down, and what is blocked, in words. */
public final class Sentences {
    private Sentences() {}

    /** What a command says, by whom, when and why. */
    public static String of(IdentityCommand command) {
        Identifier other = command.getOther();
        String about = Names.of(command.getIdentifier()) + (other == null ? "" : " and " + Names.of(other));
        return switch (command.getKind()) {
            case WITHDRAW -> "the evidence between " + about + " is withdrawn" + said(command);
            case RESTORE -> "the evidence between " + about + " counts" + said(command);
            case BLOCK -> about + " is blocked" + said(command);
            case UNBLOCK -> about + " is not blocked, however many others it is seen with" + said(command);
            case ERASE -> "whom " + about + " names is erased" + said(command);
            case UNKNOWN -> "a command that this version does not know, about " + about + said(command);
        };
    }

    private static String said(IdentityCommand command) {
        return ": by " + command.getBy() + " at "
                + Names.time(command.getAt().toEpochMilli()) + " UTC"
                + (command.getReason().isEmpty() ? "" : ", \"" + command.getReason() + "\"");
    }

    static String of(Block block) {
        IdentityCommand command = block.command();
        return command != null
                ? of(command)
                : Names.of(block.identifier()) + " is blocked: it was seen with " + Figures.count(block.companions())
                        + " others, and as strong ones among them are more than the hub limit";
    }
}
