package io.journeystream.local.cli;

import io.journeystream.health.CellKey;
import io.journeystream.health.Period;
import io.journeystream.local.Failure;
import io.journeystream.serve.health.CellFilter;
import io.journeystream.serve.health.HealthCells;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which health cells are meant. */
final class HealthOptions {
    @Option(
            names = "--type",
            paramLabel = "TYPE",
            split = ",",
            description = "Only journeys of this type; may be given again and again. Without it all types.")
    private List<String> types = new ArrayList<>();

    @Mixin
    private final SpanOptions span = new SpanOptions();

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            defaultValue = "day",
            description = "day or hour: in which of these journeys began (default: ${DEFAULT-VALUE}).")
    private Period period = Period.DAY;

    @Option(
            names = "--by",
            paramLabel = "DIMENSION",
            defaultValue = CellKey.ALL,
            description =
                    "A line for each value of entryChannel, the channel in which journeys began, or of an attribute"
                            + " that the definitions name under health: dimensions:.")
    private String dimension = CellKey.ALL;

    CellFilter filter(Clock clock) {
        return new CellFilter(Set.copyOf(types), period, dimension, span.span(clock));
    }

    /**
     * Refuses names of which there are no cells: they are misspelt, or nothing is counted by them.
     *
     * @throws Failure that says what there is
     */
    void refuseUnknown(HealthCells cells) {
        if (cells.types().isEmpty()) {
            return; // nothing is known of yet
        }
        Set<String> unknown = new LinkedHashSet<>(types);
        unknown.removeAll(cells.types());
        UnknownType.refuse(unknown, cells.types());
        if (!cells.dimensions().contains(dimension)) {
            Set<String> others = new LinkedHashSet<>(cells.dimensions());
            others.remove(CellKey.ALL);
            throw new Failure("journeys are not counted by '" + dimension + "' but by " + String.join(", ", others)
                    + "; to count them by another attribute, name it under health: dimensions: in the definitions"
                    + " (docs/definitions.md)");
        }
    }
}
