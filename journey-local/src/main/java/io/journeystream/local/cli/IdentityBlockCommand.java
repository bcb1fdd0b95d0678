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

/** {@code ./journey identity block}: an identifier names nobody. */
@Command(
        name = "block",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Blocks an identifier: it names nobody any more, such as the device at a counter. Events that name nothing"
                    + " else stay with it alone.",
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
            "  ./journey identity block device:kiosk --reason 'stands in the shop' \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081"
        })
final class IdentityBlockCommand implements Callable<Integer> {
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

    IdentityBlockCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        IdentityOptions.Settings settings = options.read();
        Identifier one = settings.meant(identifier);
        return new Decree(console, settings, decree.patience())
                .send(decree.command(IdentityCommandKind.BLOCK, one, null, Clock.systemUTC()));
    }
}
