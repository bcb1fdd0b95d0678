package io.journeystream.local.cli;

import io.journeystream.health.HealthCell;
import io.journeystream.local.health.HealthTable;
import io.journeystream.local.health.HealthWatch;
import io.journeystream.local.services.StartUp;
import io.journeystream.local.view.Console;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.serve.health.CellFilter;
import io.journeystream.serve.health.CellTotals;
import io.journeystream.serve.health.HealthCells;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./journey health}: how journeys are, for analysts. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Shows how journeys are: first-contact resolution, containment, switches, cost, effort and what customers said,"
                    + " by the day in which journeys began. Reads journey.health.v1. docs/health.md says how to read"
                    + " each column.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also if there are no cells",
            "1:failed; one sentence on standard error says why and what to do",
            "2:wrong usage",
            "130:ended with Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey health --type billing --since 7d \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081",
            "  ./journey health --total --by entryChannel --config journey.properties",
            "  ./journey health --period hour --since 6h --provisional --watch --config journey.properties",
            "  ./journey health --output csv --config journey.properties > health.csv"
        })
final class HealthCommand implements Callable<Integer> {
    /** With head, whole and what is said below it fits on a terminal of 24 lines. */
    private static final int MOST_IN_PLACE = 15;

    private static final Set<String> OF_ONE_COHORT = Set.of("period", "cohort");

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final HealthOptions options = new HealthOptions();

    @Option(
            names = "--provisional",
            description = "The table shows journeys that are not matured yet, whose figures still move by themselves.")
    private boolean provisional;

    @Option(names = "--total", description = "One line a type (and value) over the whole time.")
    private boolean total;

    @Option(names = "--watch", description = "Shows the table anew when cells change, until Ctrl-C.")
    private boolean watch;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description =
                    "table; csv: a line a cell, all figures, matured and provisional; json: one object a line, the"
                            + " whole record (default: ${DEFAULT-VALUE}).")
    private FigureOutput output = FigureOutput.TABLE;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    HealthCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        refuseSenseless();
        CellFilter filter = options.filter(Clock.systemUTC());
        Connection to = Connection.of(connection.read());
        try (HealthCells cells = new HealthCells(
                to.properties(ClientKind.CONSUMER), StartUp.recordRegistry(to), filter, console.err()::println)) {
            cells.refresh();
            options.refuseUnknown(cells);
            show(cells, filter);
        }
        return ExitCodes.DONE;
    }

    private void refuseSenseless() {
        if (watch && output != FigureOutput.TABLE) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--watch shows a table; to follow cells in a script, read journey.health.v1 with a Kafka client");
        }
        output.refuse(provisional, spec);
    }

    private void show(HealthCells cells, CellFilter filter) throws InterruptedException {
        if (watch) {
            HealthTable table = table(filter, console.terminal() ? MOST_IN_PLACE : Integer.MAX_VALUE);
            new HealthWatch(cells, () -> lines(cells, table)).show(console);
        } else if (output == FigureOutput.TABLE) {
            lines(cells, table(filter, Integer.MAX_VALUE)).forEach(console.out()::println);
        } else {
            rows(cells);
        }
    }

    private HealthTable table(CellFilter filter, int most) {
        return new HealthTable(filter.period(), filter.dimension(), provisional, total, most);
    }

    private static List<String> lines(HealthCells cells, HealthTable table) {
        List<HealthCell> found = cells.cells();
        return found.isEmpty() ? List.of(NothingCounted.of("cells", cells.types())) : table.lines(found);
    }

    private void rows(HealthCells cells) {
        List<HealthCell> found = total ? CellTotals.overTime(cells.cells()) : cells.cells();
        Set<String> leftOut = total ? OF_ONE_COHORT : Set.of();
        if (found.isEmpty()) {
            console.err().println(NothingCounted.of("cells", cells.types()));
        }
        output.write(console, HealthCell.getClassSchema(), leftOut, found);
    }
}
