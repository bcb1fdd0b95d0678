package io.journeystream.local.cli;

import io.journeystream.alerts.Activity;
import io.journeystream.alerts.AlertRule;
import io.journeystream.alerts.AlertRules;
import io.journeystream.alerts.Backtest;
import io.journeystream.alerts.Evaluation;
import io.journeystream.alerts.HourlyCells;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.local.Failure;
import io.journeystream.local.alerts.EpisodesPage;
import io.journeystream.local.services.StartUp;
import io.journeystream.local.view.Console;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.serve.definitions.LaidDownDefinitions;
import io.journeystream.serve.health.HourlyHealth;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
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
            "Tells when the alert rules would have fired and for how long, had they been asked at the end of every hour, by"
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
            description = "The rules of this file instead of those that were laid down.")
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
        Connection to = Connection.of(connection.read());
        Map<String, Object> kafka = to.properties(ClientKind.CONSUMER);
        SchemaRegistry registry = StartUp.recordRegistry(to);
        WrittenDefinitions written = definitions == null
                ? LaidDownDefinitions.read(kafka, registry)
                        .latest()
                        .map(StandingDefinitions::written)
                        .orElse(WrittenDefinitions.STANDARD)
                : DefinitionsOption.read(definitions);
        List<AlertRule> rules = wanted(AlertRules.of(written));
        HourlyCells cells = HourlyHealth.read(
                kafka,
                registry,
                rules.stream().map(AlertRule::dimension).collect(Collectors.toSet()),
                console.err()::println);
        tell(rules, cells, new Backtest(cells, new Evaluation(cells, new Activity(), written.definitions())));
        return ExitCodes.DONE;
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
        if (first.isEmpty()) {
            console.err().println("there are no health cells of these dimensions yet");
            return;
        }
        long from =
                since == null ? first.getAsLong() : since.at(CLOCK.instant()).toEpochMilli();
        List<String> lines = new ArrayList<>();
        for (AlertRule rule : rules) {
            if (rule.isAboutSources()) {
                console.err().println(rule.name() + " looks at sources, not at journeys, and is passed over");
                continue;
            }
            lines.addAll(EpisodesPage.lines(
                    rule, backtest.of(rule, from, cells.last().orElse(from))));
            lines.add("");
        }
        lines.forEach(console.out()::println);
        console.out().flush();
    }
}
