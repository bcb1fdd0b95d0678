package io.journeystream.local.cli;

import io.journeystream.local.Failure;
import io.journeystream.local.services.AlertTargets;
import io.journeystream.local.services.AlertWork;
import io.journeystream.local.view.Console;
import io.journeystream.serve.alerts.subscriptions.Entry;
import io.journeystream.serve.alerts.subscriptions.EntryFile;
import io.journeystream.serve.alerts.subscriptions.SubscriptionDesk.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./journey subscriptions put}. */
@Command(
        name = "put",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Writes down a subscription or a silence, in the place of the one with its id. It holds within seconds. What"
                    + " could not be told by the one before, and still fires, is told now. Only a team may change what is"
                    + " its own.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it holds",
            "1:failed, and nothing has changed unless it says so; it says why and what to do",
            "2:wrong usage"
        })
final class SubscriptionsPutCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "In YAML; docs/subscriptions.md says what it may say.")
    private @Nullable Path file;

    @Mixin
    private final TeamOptions team = new TeamOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    SubscriptionsPutCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Entry entry = read(Objects.requireNonNull(file));
        AlertWork work = new AlertWork(connection.read(), Clock.systemUTC());
        Outcome outcome = work.desk().put(entry, team.ownership(), team.by());
        TeamOptions.refuse(entry.id(), outcome);
        TypeWarnings.tell(
                console, entry.id(), entry.hearing().types(), work.definitions().definitions());
        boolean isNew = outcome instanceof Outcome.Changed changed && changed.before() == null;
        console.out().println(entry.id() + (isNew ? " holds from now on" : " holds instead of what was kept there"));
        console.out().flush();
        return ExitCodes.DONE;
    }

    private static Entry read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Failure(file + " does not exist");
        }
        EntryFile.Read read =
                EntryFile.read(file.toString(), Files.readString(file), AlertTargets::check, Instant.EPOCH);
        Entry entry = read.entry();
        if (entry == null) {
            throw DefinitionsOption.failure(file, read.mistakes());
        }
        return entry;
    }
}
