package io.journeystream.local.cli;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.local.services.StartUp;
import io.journeystream.local.view.Console;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.serve.definitions.LaidDownDefinitions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./journey definitions show}: what holds. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {"Prints the definitions that hold: who laid them down, since when, and the whole file.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also if nobody has laid down any",
            "1:failed; one sentence on standard error says why and what to do",
            "2:wrong usage"
        })
final class DefinitionsShowCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--history", description = "A line for each that was ever laid down, those that hold last.")
    private boolean history;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    DefinitionsShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Connection to = Connection.of(connection.read());
        LaidDownDefinitions laidDown =
                LaidDownDefinitions.read(to.properties(ClientKind.CONSUMER), StartUp.recordRegistry(to));
        List<StandingDefinitions> all = laidDown.inOrder();
        if (all.isEmpty()) {
            console.err().println("nobody has laid down definitions: the standard holds (docs/definitions.md)");
        } else if (history) {
            all.forEach(each -> console.out().println(line(each)));
        } else {
            StandingDefinitions standing = all.get(all.size() - 1);
            if (!laidDown.isEverywhere(standing)) {
                console.err()
                        .println("these have reached some partitions only, so some customers are computed by others:"
                                + " lay them down again with ./journey definitions publish");
            }
            console.out().println("# " + line(standing));
            console.out().print(standing.written().content());
        }
        console.out().flush();
        return ExitCodes.DONE;
    }

    private static String line(StandingDefinitions standing) {
        return standing.definitions().version() + ", laid down by " + standing.by() + " at "
                + Instant.ofEpochMilli(standing.at());
    }
}
