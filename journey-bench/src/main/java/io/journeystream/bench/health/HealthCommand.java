package io.journeystream.bench.health;

import io.journeystream.events.Event;
import io.journeystream.local.view.Figures;
import io.journeystream.local.view.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./journey bench health}: what dimensions cost stitching, and whether any partition of health is hot. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sends the same events of three journey types through Kafka, stitching and health, all in this process, now"
                    + " without dimensions and now with two attributes of 50 values each, and compares how fast they are"
                    + " stitched, and how many bytes of differences each partition before the health cells has carried.",
            ""
        })
public final class HealthCommand implements Callable<Integer> {
    private static final List<String> NONE = List.of();
    private static final List<String> BOTH = List.of("branch", "product");

    private final PrintWriter out;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Events a round (default: ${DEFAULT-VALUE}).")
    private int events = 100_000;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "4",
            description = "Rounds of each, in turn (default: ${DEFAULT-VALUE}).")
    private int rounds = 4;

    public HealthCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        List<Event> stock = BranchEvents.make(events);
        out.println("warming up ...");
        Round.run(NONE, stock);
        Round.run(BOTH, stock);
        List<Round> without = new ArrayList<>();
        List<Round> with = new ArrayList<>();
        Table table = new Table("", "events/s", "CPU s", "health cells", "health done after", "bytes max/mean");
        // In turn, and the first of each two in turn, too: a JVM grows faster for long.
        for (int i = 0; i < rounds; i++) {
            if (i % 2 == 0) {
                without.add(told(Round.run(NONE, stock), table));
                with.add(told(Round.run(BOTH, stock), table));
            } else {
                with.add(told(Round.run(BOTH, stock), table));
                without.add(told(Round.run(NONE, stock), table));
            }
        }
        table.lines().forEach(out::println);
        out.printf(
                "%nstitching with dimensions: %.3f of without (median of %d pairs of rounds)%n",
                medianRatio(with, without, Round::eventsPerSecond), rounds);
        out.printf(
                "CPU time until then with dimensions: %.3f of without%n",
                medianRatio(with, without, round -> round.processor().toNanos()));
        out.printf(
                "fullest partition before health cells: %.2f of the mean without dimensions, %.2f with (largest seen)%n",
                largest(without), largest(with));
        return 0;
    }

    private Round told(Round round, Table table) {
        String name = round.dimensions().isEmpty() ? "without dimensions" : "2 x 50 values";
        out.println(name + ": " + Figures.whole(round.eventsPerSecond()) + " events/s");
        table.row(
                name,
                Figures.whole(round.eventsPerSecond()),
                Figures.oneDecimal(round.processor().toMillis() / 1000.0),
                Figures.count(round.cells()),
                Figures.oneDecimal(round.healthAfter().toMillis() / 1000.0) + " s",
                Figures.decimal(round.fullest()));
        return round;
    }

    private static double medianRatio(List<Round> rounds, List<Round> references, ToDoubleFunction<Round> of) {
        double[] ratios = IntStream.range(0, rounds.size())
                .mapToDouble(i -> of.applyAsDouble(rounds.get(i)) / of.applyAsDouble(references.get(i)))
                .sorted()
                .toArray();
        int middle = ratios.length / 2;
        return ratios.length % 2 == 1 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2;
    }

    private static double largest(List<Round> rounds) {
        return rounds.stream().mapToDouble(Round::fullest).max().orElseThrow();
    }
}
