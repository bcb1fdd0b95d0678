package io.journeystream.local.cli;

import io.journeystream.events.Identifier;
import io.journeystream.identity.IdentityCommand;
import io.journeystream.identity.IdentityCommandKind;
import io.journeystream.local.Failure;
import io.journeystream.local.erasure.ErasurePage;
import io.journeystream.local.erasure.ReceiptFile;
import io.journeystream.local.view.Console;
import io.journeystream.serve.commands.Outcome;
import io.journeystream.topics.Addresses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./journey identity erase}: a customer is forgotten. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Erases the customer whom an identifier names, with all that occurred up to now, or to --at: events are"
                    + " deleted, journeys published as ERASED, later deliveries refused. It cannot be taken back. Writes"
                    + " a receipt, which names nobody and by which verify-erasure looks for what may be left.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:erased, and the receipt is written",
            "1:failed, or the identifier names nobody",
            "2:wrong usage",
            "3:sent and kept, but streams has not answered yet: the same again with --id brings the receipt"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey identity erase account:bob --reason 'asked for it, case 4711' \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081"
        })
final class IdentityEraseCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "IDENTIFIER",
            converter = IdentifierConverter.class,
            description = "Written type:value, such as account:a1.")
    private @Nullable Identifier identifier;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = When.Converter.class,
            description = "What occurred up to then is erased: an instant, or how long ago; without it up to now.")
    private @Nullable When at;

    @Option(
            names = "--receipt",
            paramLabel = "FILE",
            description = "Where to write the receipt; without it erasure-ID.json in the working directory.")
    private @Nullable Path receipt;

    @Mixin
    private final DecreeOptions decree = new DecreeOptions();

    @Mixin
    private final IdentityOptions options = new IdentityOptions();

    IdentityEraseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!decree.hasReason()) {
            throw new ParameterException(spec.commandLine(), "say why with --reason TEXT: others will want to know");
        }
        IdentityOptions.Settings settings = options.read();
        IdentityCommand command = command(settings);
        Path file = receipt == null ? Path.of("erasure-" + command.getId() + ".json") : receipt;
        if (Files.exists(file)) {
            throw new Failure(file + " is there already: name another with --receipt");
        }
        console.err().println("sending command " + command.getId() + ", and waiting until streams has erased");
        Outcome outcome = new Decree(console, settings, decree.patience()).outcome(command);
        if (outcome instanceof Outcome.Erased erased) {
            ReceiptFile.write(file, erased.receipt());
            ErasurePage.done(erased.receipt(), erased.customerId(), file).forEach(console.out()::println);
            return ExitCodes.DONE;
        }
        if (outcome instanceof Outcome.Refused refused) {
            throw new Failure("nobody is erased: " + refused.why());
        }
        console.err()
                .println("command " + command.getId() + " is sent and kept; streams has not answered within "
                        + decree.patience().toSeconds() + " s, it will obey when it runs: say the same again with"
                        + " --id " + command.getId() + " for the receipt");
        return ExitCodes.INCOMPLETE;
    }

    /** It names whom it means by a hash: commands are kept for ever. */
    private IdentityCommand command(IdentityOptions.Settings settings) {
        Clock clock = Clock.systemUTC();
        IdentityCommand command =
                decree.command(IdentityCommandKind.ERASE, Addresses.of(settings.meant(identifier)), null, clock);
        if (at == null) {
            return command;
        }
        Instant until = at.at(clock.instant());
        if (until.isAfter(clock.instant())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--at " + until
                            + " is yet to come: what is erased cannot be had back, so nobody is erased for a time"
                            + " that has not passed");
        }
        return IdentityCommand.newBuilder(command).setAt(until).build();
    }
}
