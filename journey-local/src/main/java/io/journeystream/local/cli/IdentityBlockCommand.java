package io.journeystream.local.cli;

import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.local.view.Console;
import picocli.CommandLine.Command;

/** {@code ./journey identity block}: an identifier names nobody. */
@Command(
        name = "block",
        description = {
            "Blocks an identifier: it names nobody any more, such as the device at a counter. Events that name nothing"
                    + " else stay with it alone.",
            ""
        },
        footer = {
            "  ./journey identity block device:kiosk --reason 'stands in the shop' \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081"
        })
final class IdentityBlockCommand extends DecreeCommand {
    IdentityBlockCommand(Console console) {
        super(console, IdentityCommandKind.BLOCK);
    }
}
