package io.journeystream.local.cli;

import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.local.view.Console;
import picocli.CommandLine.Command;

/** {@code ./journey identity unblock}: an identifier names somebody. */
@Command(
        name = "unblock",
        description = {
            "Lets an identifier name somebody that was blocked, by a person or since it was seen with too many others. It"
                    + " is not blocked again, however many it is seen with.",
            ""
        },
        footer = {
            "  ./journey identity unblock phone:+442071838750 --reason 'one family' \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081"
        })
final class IdentityUnblockCommand extends DecreeCommand {
    IdentityUnblockCommand(Console console) {
        super(console, IdentityCommandKind.UNBLOCK);
    }
}
