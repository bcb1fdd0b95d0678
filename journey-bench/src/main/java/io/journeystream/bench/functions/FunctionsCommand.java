package io.journeystream.bench.functions;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./journey bench functions}: the hot pure functions, each beside a reference. */
@Command(
        name = "functions",
        mixinStandardHelpOptions = true,
        description = "Time of the hot pure functions, by JMH, as a ratio to a reference.")
public final class FunctionsCommand implements Callable<Integer> {
    private static final Map<String, String> REFERENCES = Map.of(
            "parseEvent", "readJson",
            "encodeEvent", "readJson",
            "decodeEvent", "readJson",
            "recomputeCustomer", "sortEvents",
            "eventAfter10000", "eventAfter10");

    private final PrintWriter out;

    @Option(names = "--quick", description = "One short iteration: to see that it runs, not how fast.")
    private boolean quick;

    public FunctionsCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws RunnerException {
        Map<String, Double> nanos = measure().stream()
                .collect(Collectors.toMap(
                        result -> result.getPrimaryResult().getLabel(),
                        result -> result.getPrimaryResult().getScore()));
        REFERENCES.keySet().stream().sorted().forEach(function -> tell(function, nanos));
        return 0;
    }

    private void tell(String function, Map<String, Double> nanos) {
        String reference = REFERENCES.getOrDefault(function, "");
        double time = nanos.getOrDefault(function, Double.NaN);
        double unit = nanos.getOrDefault(reference, Double.NaN);
        out.printf(
                Locale.ROOT,
                "%-18s %,10.0f ns = %5.2f x %s (%,.0f ns)%n",
                function,
                time,
                time / unit,
                reference,
                unit);
    }

    private Collection<RunResult> measure() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("io\\.journeystream\\.bench\\.functions\\..*Benchmark")
                .verbosity(VerboseMode.SILENT)
                .forks(quick ? 0 : 1)
                .jvmArgsAppend("-Xmx512m", "-XX:+UseParallelGC")
                .warmupIterations(quick ? 0 : 5)
                .measurementIterations(quick ? 1 : 5)
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(quick ? TimeValue.milliseconds(20) : TimeValue.seconds(1));
        return new Runner(options.build()).run();
    }
}
