package io.journeystream.bench.health;

import io.journeystream.events.Event;
import io.journeystream.local.view.Figures;
import io.journeystream.local.view.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
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
    private static final int WARM_UP = 20_000;

    private final PrintWriter out;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "150000",
            description = "Events a round (default: ${DEFAULT-VALUE}).")
    private int events = 150_000;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds of each, in turn (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    public HealthCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        List<Event> stock = BranchEvents.make(events);
        out.println("warming up ...");
        Round.run("", stock.subList(0, Math.min(WARM_UP, events)));
        List<Round> without = new ArrayList<>();
        List<Round> with = new ArrayList<>();
        Table table = new Table("", "events/s", "health cells", "health done after", "bytes max/mean");
        for (int i = 0; i < rounds; i++) {
            without.add(told(Round.run("", stock), "without dimensions", table));
            with.add(told(Round.run("[branch, product]", stock), "2 x 50 values", table));
        }
        table.lines().forEach(out::println);
        double ratio = median(with, Round::eventsPerSecond) / median(without, Round::eventsPerSecond);
        out.printf("%nstitching with dimensions: %.3f of without (medians of %d rounds each)%n", ratio, rounds);
        out.printf(
                "fullest partition before health cells: %.2f of the mean without dimensions, %.2f with (largest seen)%n",
                largest(without), largest(with));
        return 0;
    }

    private Round told(Round round, String name, Table table) {
        out.println(name + ": " + Figures.whole(round.eventsPerSecond()) + " events/s");
        table.row(
                name,
                Figures.whole(round.eventsPerSecond()),
                Figures.count(round.cells()),
                Figures.oneDecimal(round.healthAfter().toMillis() / 1000.0) + " s",
                Figures.decimal(round.fullest()));
        return round;
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double largest(List<Round> rounds) {
        return rounds.stream().mapToDouble(Round::fullest).max().orElseThrow();
    }
}
