package io.journeystream.local.cli;

import io.journeystream.alerts.AlertRules;
import io.journeystream.alerts.WrittenRule;
import io.journeystream.local.Failure;
import io.journeystream.local.services.AlertWork;
import io.journeystream.local.view.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./journey alerts rules put}: a rule holds from now on. */
@Command(
        name = "put",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Writes a rule, which holds from now on in the place of one with the same name. The file holds one entry as it"
                    + " would stand under alerts in journeys.yaml: name, metric and so on (docs/alerts.md).",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it holds",
            "1:failed; the file has mistakes, all of which are told, or Kafka has not taken it",
            "2:wrong usage"
        })
final class AlertRulesPutCommand implements Callable<Integer> {
    private static final Clock CLOCK = Clock.systemUTC();

    private final Console console;

    @Parameters(paramLabel = "rule.yaml", description = "One rule.")
    private @Nullable Path file;

    @Option(names = "--by", paramLabel = "NAME", description = "Who writes it; without it the user of the system.")
    private @Nullable String by;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    AlertRulesPutCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path given = Objects.requireNonNull(file);
        if (!Files.exists(given)) {
            throw new Failure(given + " does not exist");
        }
        String content = Files.readString(given);
        AlertWork work = new AlertWork(connection.read(), CLOCK);
        AlertRules.Read read =
                AlertRules.file(given.toString(), content, work.definitions().definitions());
        if (!read.mistakes().isEmpty()) {
            throw DefinitionsOption.failure(given, read.mistakes());
        }
        String name = read.rules().get(0).name();
        String who = by == null ? System.getProperty("user.name", "unknown") : by;
        work.rules().write(new WrittenRule(name, content, CLOCK.instant().truncatedTo(ChronoUnit.MILLIS), who));
        console.out().println("the rule " + name + " holds");
        console.out().flush();
        return ExitCodes.DONE;
    }
}
