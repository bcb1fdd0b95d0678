package io.journeystream.local.cli;

import io.journeystream.events.Identifier;
import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.local.view.Console;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./journey identity unblock}: an identifier names somebody. */
@Command(
        name = "unblock",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Lets an identifier name somebody that was blocked, by a person or since it was seen with too many others. It"
                    + " is not blocked again, however many it is seen with.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:streams has answered; what holds now was told",
            "1:failed",
            "2:wrong usage",
            "3:sent and kept, but streams has not answered yet"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey identity unblock phone:+442071838750 --reason 'one family' \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081"
        })
final class IdentityUnblockCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "IDENTIFIER",
            converter = IdentifierConverter.class,
            description = "Written type:value, such as account:a1.")
    private @Nullable Identifier identifier;

    @Mixin
    private final DecreeOptions decree = new DecreeOptions();

    @Mixin
    private final IdentityOptions options = new IdentityOptions();

    IdentityUnblockCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        IdentityOptions.Settings settings = options.read();
        Identifier one = settings.meant(identifier);
        return new Decree(console, settings, decree.patience())
                .send(decree.command(IdentityCommandKind.UNBLOCK, one, null, Clock.systemUTC()));
    }
}
