package io.journeystream.local.cli;

import io.journeystream.ingest.rejects.LatestRejects;
import io.journeystream.ingest.rejects.RejectLog;
import io.journeystream.local.rejects.RejectJson;
import io.journeystream.local.rejects.RejectTable;
import io.journeystream.local.services.StartUp;
import io.journeystream.local.view.Console;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Connection;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./journey rejects list}: what was refused, newest last. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Lists what was refused, newest last, and counts it by reason. Payloads hold what came as it came: also with"
                    + " a key for identifiers there are raw ones in them. Who may read journey.rejects.v1 is for Kafka's"
                    + " access rules to say.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, whether or not there are any", "1:failed", "2:wrong usage"})
final class RejectsListCommand implements Callable<Integer> {
    private static final int MOST = 100_000;

    /** What the list is for. */
    enum Output {
        TABLE,
        NDJSON
    }

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ConnectionOptions options = new ConnectionOptions();

    @Mixin
    private final RejectFilterOptions filter = new RejectFilterOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many to list, the latest, up to 100000; all are counted (default: ${DEFAULT-VALUE}).")
    private int limit = 50;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, or ndjson: one object a line, counts on standard error (default: ${DEFAULT-VALUE}).")
    private Output output = Output.TABLE;

    RejectsListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) {
            throw new ParameterException(spec.commandLine(), "--limit must be 1 to " + MOST + ", was " + limit);
        }
        LatestRejects latest = new LatestRejects(limit);
        long unreadable;
        Connection connection = Connection.of(options.read());
        try (RejectLog log =
                new RejectLog(connection.properties(ClientKind.CONSUMER), StartUp.recordRegistry(connection))) {
            unreadable = log.read(filter.filter(Clock.systemUTC()), latest);
        }
        if (output == Output.NDJSON) {
            latest.listed().forEach(listed -> console.out().println(RejectJson.line(listed)));
            console.err().println(RejectTable.total(latest));
        } else {
            RejectTable.lines(latest, width()).forEach(console.out()::println);
        }
        RejectsUnreadable.tell(console, unreadable);
        return ExitCodes.DONE;
    }

    private @Nullable Integer width() {
        return console.terminal() ? spec.usageMessage().width() : null;
    }
}
