package io.journeystream.local.cli;

import io.journeystream.health.Flow;
import io.journeystream.local.health.FlowTable;
import io.journeystream.local.services.StartUp;
import io.journeystream.local.view.Console;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.serve.health.FlowFilter;
import io.journeystream.serve.health.FlowTotals;
import io.journeystream.serve.health.JourneyMap;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./journey flows}: by which channels journeys go, for analysts. */
@Command(
        name = "flows",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Shows the journey map of a type: from which channel journeys went on to which, how often, whether they had to,"
                    + " what it cost, and how they ended. Days are added up. Reads journey.flows.v1. docs/health.md says"
                    + " how to read each column.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also if there are no edges",
            "1:failed; one sentence on standard error says why and what to do",
            "2:wrong usage",
            "130:interrupted with Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey flows --type billing --since 30d \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081",
            "  ./journey flows --type billing --output csv --config journey.properties > billing.csv"
        })
final class FlowsCommand implements Callable<Integer> {
    private static final Set<String> OF_ONE_DAY = Set.of("day");

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--type", paramLabel = "TYPE", required = true, description = "The type of the journeys.")
    private String type = "";

    @Mixin
    private final SpanOptions span = new SpanOptions();

    @Option(
            names = "--provisional",
            description = "The table shows journeys that are not matured yet, whose ways may still go on.")
    private boolean provisional;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table; csv: a line an edge, matured and provisional; json: one object a line"
                    + " (default: ${DEFAULT-VALUE}).")
    private FigureOutput output = FigureOutput.TABLE;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    FlowsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.refuse(provisional, spec);
        FlowFilter filter = new FlowFilter(type, span.span(Clock.systemUTC()));
        Connection to = Connection.of(connection.read());
        try (JourneyMap map = new JourneyMap(
                to.properties(ClientKind.CONSUMER), StartUp.recordRegistry(to), filter, console.err()::println)) {
            map.refresh();
            if (!map.types().isEmpty() && !map.types().contains(type)) {
                UnknownType.refuse(List.of(type), map.types());
            }
            show(map);
        }
        return ExitCodes.DONE;
    }

    private void show(JourneyMap map) {
        boolean nothing = map.edges().isEmpty();
        String why = NothingCounted.of("edges", map.types());
        if (output == FigureOutput.TABLE) {
            (nothing ? List.of(why) : new FlowTable(provisional).lines(map.edges())).forEach(console.out()::println);
            return;
        }
        if (nothing) {
            console.err().println(why);
        }
        List<Flow> edges = FlowTotals.overDays(map.edges(), Flow::getMatured);
        output.write(console, Flow.getClassSchema(), OF_ONE_DAY, edges);
    }
}
