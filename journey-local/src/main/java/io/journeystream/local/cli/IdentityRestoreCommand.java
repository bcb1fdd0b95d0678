package io.journeystream.local.cli;

import io.journeystream.events.Identifier;
import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.local.view.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./journey identity restore}: evidence between two identifiers counts again. */
@Command(
        name = "restore",
        description = {"Lets the evidence between two identifiers count again that was withdrawn.", ""},
        footer = {
            "  ./journey identity restore account:a1 cookie:c7 --reason 'it was her own browser' \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081"
        })
final class IdentityRestoreCommand extends DecreeCommand {
    @Parameters(index = "1", paramLabel = "OTHER", converter = IdentifierConverter.class, description = "Likewise.")
    private @Nullable Identifier other;

    IdentityRestoreCommand(Console console) {
        super(console, IdentityCommandKind.RESTORE);
    }

    @Override
    @Nullable
    Identifier other() {
        return other;
    }
}
