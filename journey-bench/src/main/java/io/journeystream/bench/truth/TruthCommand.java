package io.journeystream.bench.truth;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.identity.StandingFacts;
import io.journeystream.local.demo.DemoDefinitions;
import io.journeystream.local.simulator.Confusion;
import io.journeystream.local.simulator.SimulatorSettings;
import io.journeystream.local.truth.Recomputation;
import io.journeystream.local.truth.SimulatedRun;
import io.journeystream.local.truth.TruthReport;
import io.journeystream.local.truth.TruthView;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
                    + " Runs without Kafka: all events at once, which by the law of order gives what the stream gives.",
            ""
        })
public final class TruthCommand implements Callable<Integer> {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final double CONCERNS_A_PERSON_A_DAY = 0.05;

    private final PrintWriter out;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--persons",
            paramLabel = "N",
            defaultValue = "3000",
            description = "How many there are (default: ${DEFAULT-VALUE}).")
    private int persons = 3_000;

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

    @Option(
            names = "--definitions",
            paramLabel = "journeys.yaml",
            description = "Limits, hub limit and journey types; without it those of ./journey demo.")
    private @Nullable Path definitions;

    public TruthCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (persons < 1 || days < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--persons and --days must be at least 1, were " + persons + " and " + days);
        }
        Definitions rules = rules();
        SimulatorSettings settings =
                SimulatorSettings.realistic(seed, START).sized(persons, persons * CONCERNS_A_PERSON_A_DAY);
        SimulatedRun run = new SimulatedRun(settings, rules, Duration.ofDays(days));
        TruthView.lines(report(run, rules, run.withdrawals())).forEach(out::println);
        out.println();
        tellWithDevicesOnly(settings.knowing(settings.recognition(), Confusion.BY_DEVICES), rules);
        out.println("had no evidence been withdrawn: "
                + TruthView.line(report(run, rules, StandingFacts.NONE).pairs()));
        return 0;
    }

    private void tellWithDevicesOnly(SimulatorSettings settings, Definitions rules) {
        SimulatedRun run = new SimulatedRun(settings, rules, Duration.ofDays(days));
        out.println("where the evidence suffices, without shared mailboxes and borrowed telephones: "
                + TruthView.line(report(run, rules, run.withdrawals()).sufficing()));
    }

    private static TruthReport report(SimulatedRun run, Definitions rules, StandingFacts facts) {
        Recomputation found = new Recomputation(run.accepted(), rules, facts);
        return TruthReport.of(found, run.accepted(), run.missing(), run.truth()::origin);
    }

    private Definitions rules() {
        if (definitions == null) {
            return DemoDefinitions.standard().definitions();
        }
        Reading reading = DefinitionsFile.read(definitions);
        if (reading instanceof Reading.Read read) {
            return read.definitions();
        }
        throw new ParameterException(
                spec.commandLine(), definitions + " has mistakes: " + ((Reading.Invalid) reading).mistakes());
    }
}
