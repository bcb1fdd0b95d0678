package io.journeystream.local.cli;

import io.journeystream.events.Identifier;
import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.local.view.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./journey identity withdraw}: evidence between two identifiers counts for nothing. */
@Command(
        name = "withdraw",
        description = {
            "Withdraws the evidence between two identifiers that were seen together: they were not the same customer. What"
                    + " was computed from it is computed again; it stays so, whatever events come, until restored.",
            ""
        },
        footer = {
            "  ./journey identity withdraw account:a1 cookie:c7 --reason 'shared browser' \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081"
        })
final class IdentityWithdrawCommand extends DecreeCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "1", paramLabel = "OTHER", converter = IdentifierConverter.class, description = "Likewise.")
    private @Nullable Identifier other;

    IdentityWithdrawCommand(Console console) {
        super(console, IdentityCommandKind.WITHDRAW);
    }

    @Override
    @Nullable
    Identifier other() {
        return other;
    }

    @Override
    public Integer call() {
        if (!hasReason()) {
            throw new ParameterException(spec.commandLine(), "say why with --reason TEXT: others will want to know");
        }
        return super.call();
    }
}
