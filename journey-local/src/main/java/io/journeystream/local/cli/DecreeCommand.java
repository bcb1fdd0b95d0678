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

/** What all commands have that lay something down about one identifier, or two. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:streams has answered; what holds now was told",
            "1:failed",
            "2:wrong usage",
            "3:sent and kept, but streams has not answered yet"
        },
        footerHeading = "%nExamples:%n")
abstract class DecreeCommand implements Callable<Integer> {
    private final Console console;
    private final IdentityCommandKind kind;

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

    DecreeCommand(Console console, IdentityCommandKind kind) {
        this.console = console;
        this.kind = kind;
    }

    /** The second of a pair; null if it is about one. */
    @Nullable
    Identifier other() {
        return null;
    }

    boolean hasReason() {
        return decree.hasReason();
    }

    @Override
    public Integer call() {
        IdentityOptions.Settings settings = options.read();
        Identifier one = settings.meant(identifier);
        Identifier second = other();
        Identifier two = second == null ? null : settings.meant(second);
        return new Decree(console, settings, decree.patience()).send(decree.command(kind, one, two, Clock.systemUTC()));
    }
}
