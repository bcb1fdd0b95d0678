package io.journeystream.local.cli;

import io.journeystream.events.Identifier;
import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.local.view.Console;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./journey identity withdraw}: evidence between two identifiers counts for nothing. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Withdraws the evidence between two identifiers that were seen together: they were not the same customer. What"
                    + " was computed from it is computed again; it stays so, whatever events come, until restored.",
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
            "  ./journey identity withdraw account:a1 cookie:c7 --reason 'shared browser' \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081"
        })
final class IdentityWithdrawCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

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

    IdentityWithdrawCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!decree.hasReason()) {
            throw new ParameterException(spec.commandLine(), "say why with --reason TEXT: others will want to know");
        }
        IdentityOptions.Settings settings = options.read();
        Identifier one = settings.meant(identifier);
        Identifier two = settings.meant(other);
        return new Decree(console, settings, decree.patience())
                .send(decree.command(IdentityCommandKind.WITHDRAW, one, two, Clock.systemUTC()));
    }
}
