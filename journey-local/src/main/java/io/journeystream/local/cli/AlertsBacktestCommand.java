package io.journeystream.local.cli;

import io.journeystream.alerts.Activity;
import io.journeystream.alerts.AlertRule;
import io.journeystream.alerts.Backtest;
import io.journeystream.alerts.Episode;
import io.journeystream.alerts.Evaluation;
import io.journeystream.alerts.HourlyCells;
import io.journeystream.alerts.StandingRules;
import io.journeystream.local.Failure;
import io.journeystream.local.alerts.EpisodesPage;
import io.journeystream.local.services.AlertWork;
import io.journeystream.local.view.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./journey alerts backtest}: when rules would have fired. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Tells when the alert rules that hold would have fired and for how long, had they been asked at the end of every hour, by"
                    + " health as it stands today. What was provisional then has matured by now, so rules about"
                    + " provisional journeys look at all. Reads journey.health.v1; tells nobody.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, whether any would have fired or not",
            "1:failed; one sentence on standard error says why and what to do",
            "2:wrong usage"
        })
final class AlertsBacktestCommand implements Callable<Integer> {
    private static final Clock CLOCK = Clock.systemUTC();

    private final Console console;

    @Option(
            names = "--definitions",
            paramLabel = "journeys.yaml",
            description = "The rules of this file instead of those that hold in Kafka.")
    private @Nullable Path definitions;

    @Option(names = "--rule", paramLabel = "NAME", description = "Only this rule.")
    private @Nullable String only;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = When.Converter.class,
            description = "From then on: an instant, or how long ago, such as 30d; without it from the first cell on.")
    private @Nullable When since;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    AlertsBacktestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        AlertWork work = new AlertWork(connection.read(), CLOCK);
        StandingRules standing = standing(work);
        List<AlertRule> rules = wanted(standing.rules());
        HourlyCells cells = work.cells(
                rules.stream().map(AlertRule::dimension).collect(Collectors.toSet()), console.err()::println);
        tell(rules, cells, new Backtest(cells, new Evaluation(cells, new Activity(), standing.definitions())));
        return ExitCodes.DONE;
    }

    private StandingRules standing(AlertWork work) {
        return definitions == null
                ? StandingRules.of(work.definitions(), work.rules().written())
                : StandingRules.of(DefinitionsOption.read(definitions), List.of());
    }

    private List<AlertRule> wanted(List<AlertRule> all) {
        if (all.isEmpty()) {
            throw new Failure(
                    "there are no alert rules: write some under alerts: in journeys.yaml (docs/alerts.md), and"
                            + " give it with --definitions");
        }
        List<AlertRule> wanted = all.stream()
                .filter(rule -> only == null || rule.name().equals(only))
                .toList();
        if (wanted.isEmpty()) {
            throw new Failure("no rule is called " + only + "; there are "
                    + all.stream().map(AlertRule::name).collect(Collectors.joining(", ")));
        }
        return wanted;
    }

    private void tell(List<AlertRule> rules, HourlyCells cells, Backtest backtest) {
        OptionalLong first = cells.first();
        OptionalLong last = cells.last();
        if (first.isEmpty() || last.isEmpty()) {
            console.err().println(NothingCounted.of("cells of these dimensions", Set.of()));
            return;
        }
        long from = since == null
                ? first.getAsLong()
                : Math.max(first.getAsLong(), since.at(CLOCK.instant()).toEpochMilli());
        if (from > last.getAsLong()) {
            console.err()
                    .println("no cells of that time: the last are of journeys that began at "
                            + Instant.ofEpochMilli(last.getAsLong())
                            + "; give --since a moment before (simulated time may be behind the clock's)");
            return;
        }
        rules.forEach(rule -> tell(rule, () -> backtest.of(rule, from, last.getAsLong())));
        console.out().flush();
    }

    private void tell(AlertRule rule, Supplier<List<Episode>> episodes) {
        if (rule.isAboutSources()) {
            console.err().println(rule.name() + " looks at sources, not at journeys, and is passed over");
        } else {
            EpisodesPage.lines(rule, episodes.get()).forEach(console.out()::println);
            console.out().println();
        }
    }
}
