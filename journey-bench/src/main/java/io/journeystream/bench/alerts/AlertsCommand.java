package io.journeystream.bench.alerts;

import io.journeystream.alerts.Activity;
import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.alerts.Examples;
import io.journeystream.alerts.StandingRules;
import io.journeystream.alerts.Watch;
import io.journeystream.bench.GivenDefinitions;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.local.simulator.BotOutage;
import io.journeystream.local.simulator.SimulatorSettings;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./journey bench alerts}: how often alert rules fire without a reason, and how soon with one. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Simulates an organisation for some weeks that rules learn from, then quiet days, and then two days on which its"
                    + " bot understands nobody. Asks the rules at the end of every hour, by what is known of health"
                    + " then, and tells what fires. Runs without Kafka.",
            ""
        })
public final class AlertsCommand implements Callable<Integer> {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int CUSTOMERS_PER_ISSUE = 65;

    private final PrintWriter out;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--issues",
            paramLabel = "N",
            defaultValue = "2500",
            description = "Concerns that arise on an average day (default: ${DEFAULT-VALUE}).")
    private int issuesPerDay = 2_500;

    @Option(
            names = "--learning",
            paramLabel = "DAYS",
            defaultValue = "29",
            description = "Days at the start about which nothing is asked (default: ${DEFAULT-VALUE}).")
    private int learning = 29;

    @Option(
            names = "--quiet",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "Quiet days (default: ${DEFAULT-VALUE}).")
    private int quiet = 30;

    @Option(
            names = "--broken",
            paramLabel = "DAYS",
            defaultValue = "2",
            description = "Days on which the bot is out of order (default: ${DEFAULT-VALUE}).")
    private int broken = 2;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same seed simulates the same.")
    private long seed = 1;

    @Mixin
    private final GivenDefinitions definitions = new GivenDefinitions();

    public AlertsCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        WrittenDefinitions written = definitions.read(spec);
        StandingRules rules = StandingRules.of(written, List.of());
        Instant outage = START.plus(Duration.ofDays(learning + quiet));
        Instant end = outage.plus(Duration.ofDays(broken));
        SimulatorSettings settings = SimulatorSettings.realistic(seed, START)
                .withoutDirt()
                .sized(issuesPerDay * CUSTOMERS_PER_ISSUE, issuesPerDay)
                .breaking(new BotOutage(outage, end));
        HourlyWorld world = new HourlyWorld(settings, written.definitions());
        Watch watch = new Watch(world.cells(), new Activity(), List.of(), OptionalLong.empty(), Examples.NONE);
        List<Alert> fired = new ArrayList<>();
        while (world.now().isBefore(end)) {
            world.nextHour();
            if (!world.now().isBefore(START.plus(Duration.ofDays(learning)))) {
                watch.ask(rules, world.now().toEpochMilli()).stream()
                        .filter(alert -> alert.getStatus() == AlertStatus.FIRING
                                && alert.getAskedAt().equals(alert.getFiredAt()))
                        .forEach(fired::add);
            }
            tellProgress(world.now());
        }
        tell(fired, outage, written);
        return 0;
    }

    private void tellProgress(Instant now) {
        long hours = Duration.between(START, now).toHours();
        if (hours % (24 * 10) == 0) {
            out.println("day " + hours / 24 + " ...");
            out.flush();
        }
    }

    private void tell(List<Alert> fired, Instant outage, WrittenDefinitions written) {
        Map<String, Integer> quietly = new TreeMap<>();
        written.definitions().teams().keySet().forEach(type -> quietly.put(type, 0));
        for (Alert alert : fired) {
            boolean isQuiet = !alert.getFiredAt().isAfter(outage);
            if (isQuiet) {
                quietly.merge(alert.getType(), 1, Integer::sum);
            }
            out.println((isQuiet
                            ? "on a quiet day: "
                            : Duration.between(outage, alert.getFiredAt()).toHours() + " h after the bot broke: ")
                    + alert.getRule() + ": " + alert.getMessage());
        }
        out.println();
        out.println("fired on " + quiet + " quiet days, by type: " + quietly);
    }
}
