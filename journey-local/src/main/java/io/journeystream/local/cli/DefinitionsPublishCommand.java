package io.journeystream.local.cli;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.local.Failure;
import io.journeystream.local.services.StartUp;
import io.journeystream.local.view.Console;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.serve.definitions.DefinitionsDesk;
import io.journeystream.serve.definitions.LaidDownDefinitions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./journey definitions publish}: lays down definitions. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Lays down definitions: streams computes every customer by them, without a restart. What they change of a"
                    + " matured journey is a correction with cause DEFINITION; what they leave as it is, is not published"
                    + " again. `definitions try` shows beforehand what that would be.",
            "Also put the file where streams is started from: a start with another file lays down that one.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they hold",
            "1:failed, and nothing has changed unless it says so; it says why and what to do",
            "2:wrong usage"
        })
final class DefinitionsPublishCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "journeys.yaml", description = "The whole file.")
    private @Nullable Path file;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who lays them down; without it the user of the operating system.")
    private @Nullable String by;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    DefinitionsPublishCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        WrittenDefinitions written = DefinitionsOption.read(Objects.requireNonNull(file));
        Connection to = Connection.of(connection.read());
        DefinitionsDesk desk = new DefinitionsDesk(
                to.properties(ClientKind.CONSUMER),
                to.properties(ClientKind.PRODUCER),
                StartUp.recordRegistry(to),
                to.registration(),
                Clock.systemUTC());
        LaidDownDefinitions laidDown = desk.laidDown();
        refuseMoved(laidDown.movedBy(written.definitions()));
        String who = by == null ? System.getProperty("user.name", "unknown") : by;
        DefinitionsDesk.Laid laid = desk.layDown(written, who);
        console.out().println(sentence(laidDown.latest().orElse(StandingDefinitions.STANDARD), laid));
        console.out().flush();
        return ExitCodes.DONE;
    }

    private static void refuseMoved(List<String> moved) {
        if (!moved.isEmpty()) {
            throw new Failure(String.join(" and ", moved) + " cannot change while streams keeps evidence by what held"
                    + " before: leave this as it was, or see \"Changing them\" in docs/definitions.md for how to compute"
                    + " all again");
        }
    }

    private static String sentence(StandingDefinitions before, DefinitionsDesk.Laid laid) {
        String version = laid.now().definitions().version();
        if (laid.now().equals(before)) {
            return laid.sent()
                    ? "definitions " + version + " held in some partitions only, and hold everywhere now"
                    : "definitions " + version + " hold already; nothing has changed";
        }
        return version.equals(before.definitions().version())
                ? "definitions " + version + " hold: no journey changes by what is new (titles, targets, dimensions)"
                : "definitions " + version + " hold instead of "
                        + before.definitions().version()
                        + ": streams computes every customer by them";
    }
}
