package io.journeystream.bench.truth;

import io.journeystream.bench.GivenDefinitions;
import io.journeystream.definitions.Definitions;
import io.journeystream.identity.StandingFacts;
import io.journeystream.local.simulator.Confusion;
import io.journeystream.local.simulator.SimulatorSettings;
import io.journeystream.local.truth.Recomputation;
import io.journeystream.local.truth.SimulatedRun;
import io.journeystream.local.truth.TruthReport;
import io.journeystream.local.truth.TruthView;
import io.journeystream.local.truth.measures.MeasuresReport;
import io.journeystream.local.truth.measures.MeasuresView;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./journey bench truth}: how right the stitched customers and journeys are. */
@Command(
        name = "truth",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Simulates an organisation whose systems learn late, or never, who somebody is, with shared devices and"
                    + " mailboxes, and compares the customers and journeys that come out with what is true. Says of every"
                    + " pair of contacts that was missed which evidence lacked, and of every wrong one what led to it."
                    + " Then compares what is measured of their journeys with how each concern really went, and says"
                    + " what every difference is due to."
                    + " Runs without Kafka: all events at once, which by the law of order gives what the stream gives.",
            ""
        })
public final class TruthCommand implements Callable<Integer> {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final double DAYS_OF_A_YEAR = 365;

    private final PrintWriter out;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--persons",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many there are (default: ${DEFAULT-VALUE}).")
    private int persons = 10_000;

    @Option(
            names = "--concerns",
            paramLabel = "N",
            defaultValue = "5.5",
            description = "How many an average person has in a year (default: ${DEFAULT-VALUE}, as in ./journey demo)."
                    + " The more, the more often two of one type are so close in time that they are taken for one.")
    private double concerns = 5.5;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long it is watched, simulated (default: ${DEFAULT-VALUE}).")
    private int days = 60;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed simulates the same persons (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private final GivenDefinitions definitions = new GivenDefinitions();

    public TruthCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        refuseNonsense();
        Definitions rules = definitions.read(spec).definitions();
        SimulatorSettings settings =
                SimulatorSettings.realistic(seed, START).sized(persons, persons * concerns / DAYS_OF_A_YEAR);
        SimulatedRun run = new SimulatedRun(settings, rules, Duration.ofDays(days));
        Recomputation found = new Recomputation(run.accepted(), rules, run.withdrawals());
        TruthView.lines(report(run, found)).forEach(out::println);
        out.println();
        tellWithDevicesOnly(settings.knowing(settings.recognition(), Confusion.BY_DEVICES), rules);
        out.println("had no evidence been withdrawn: "
                + TruthView.line(report(run, new Recomputation(run.accepted(), rules, StandingFacts.NONE))
                        .pairs()));
        out.println();
        MeasuresView.lines(MeasuresReport.of(run, found)).forEach(out::println);
        return 0;
    }

    private void refuseNonsense() {
        if (persons < 1 || days < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--persons and --days must be at least 1, were " + persons + " and " + days);
        }
        if (!(concerns > 0)) {
            throw new ParameterException(spec.commandLine(), "--concerns must be more than 0, was " + concerns);
        }
    }

    private void tellWithDevicesOnly(SimulatorSettings settings, Definitions rules) {
        SimulatedRun run = new SimulatedRun(settings, rules, Duration.ofDays(days));
        out.println("where the evidence suffices, without shared mailboxes and borrowed telephones: "
                + TruthView.line(report(run, new Recomputation(run.accepted(), rules, run.withdrawals()))
                        .sufficing()));
    }

    private static TruthReport report(SimulatedRun run, Recomputation found) {
        return TruthReport.of(found, run.accepted(), run.missing(), run.truth()::origin);
    }
}
