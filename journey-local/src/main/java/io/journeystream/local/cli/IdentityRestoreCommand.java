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

/** {@code ./journey identity restore}: evidence between two identifiers counts again. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {"Lets the evidence between two identifiers count again that was withdrawn.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:streams has answered; what holds now was told",
            "1:failed",
            "2:wrong usage",
            "3:sent and kept, but streams has not answered yet"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey identity restore account:a1 cookie:c7 --reason 'it was her own browser' \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081"
        })
final class IdentityRestoreCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "IDENTIFIER",
            converter = IdentifierConverter.class,
            description = "Written type:value, such as account:a1.")
    private @Nullable Identifier identifier;

    @Parameters(index = "1", paramLabel = "OTHER", converter = IdentifierConverter.class, description = "Likewise.")
    private @Nullable Identifier other;

    @Mixin
    private final DecreeOptions decree = new DecreeOptions();

    @Mixin
    private final IdentityOptions options = new IdentityOptions();

    IdentityRestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        IdentityOptions.Settings settings = options.read();
        Identifier one = settings.meant(identifier);
        Identifier two = settings.meant(other);
        return new Decree(console, settings, decree.patience())
                .send(decree.command(IdentityCommandKind.RESTORE, one, two, Clock.systemUTC()));
    }
}
