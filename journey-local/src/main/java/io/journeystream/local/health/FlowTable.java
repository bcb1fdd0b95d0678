package io.journeystream.local.health;

import io.journeystream.health.Flow;
import io.journeystream.health.FlowFigures;
import io.journeystream.health.FlowKey;
import io.journeystream.local.view.Durations;
import io.journeystream.local.view.Figures;
import io.journeystream.local.view.Table;
import io.journeystream.serve.health.FlowTotals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The journey map of one type for people: an edge a line, added up over days.
 *
 * @param provisional whether provisional journeys are shown instead of matured ones
 */
public record FlowTable(boolean provisional) {
    private static final String NONE = "-";

    /** The lines. */
    public List<String> lines(Collection<Flow> flows) {
        List<Flow> edges = FlowTotals.overDays(flows, this::figures).stream()
                .filter(edge -> figures(edge).getTransitions() > 0)
                .toList();
        List<String> lines = new ArrayList<>();
        if (!edges.isEmpty()) {
            lines.addAll(table(edges));
            lines.add("");
        }
        lines.add(
                Beside.sentence(journeys(flows, Flow::getMatured), journeys(flows, Flow::getProvisional), provisional));
        return lines;
    }

    private FlowFigures figures(Flow flow) {
        return provisional ? flow.getProvisional() : flow.getMatured();
    }

    /** Every journey leaves the start once. */
    private static long journeys(Collection<Flow> flows, Function<Flow, FlowFigures> part) {
        return FlowTotals.leaving(flows, part).getOrDefault(null, 0L);
    }

    private List<String> table(List<Flow> edges) {
        Map<@Nullable String, Long> leaving = FlowTotals.leaving(edges, this::figures);
        Table table = new Table(
                        "from",
                        "to",
                        "times",
                        "share",
                        "forced",
                        "voluntary",
                        "concurrent",
                        "cost",
                        "each",
                        "mean delay")
                .groups("", "", "", "", "switches", "", "", "", "", "")
                .texts(2);
        edges.forEach(edge -> table.row(cells(edge, leaving.getOrDefault(edge.getFrom(), 0L))));
        return table.lines();
    }

    private String[] cells(Flow edge, long leaving) {
        FlowFigures figures = figures(edge);
        double times = figures.getTransitions();
        boolean toChannel = edge.getTo() != null;
        boolean betweenLegs = toChannel && edge.getFrom() != null;
        return new String[] {
            Objects.requireNonNullElse(edge.getFrom(), FlowKey.START),
            toChannel ? edge.getTo() : String.valueOf(edge.getEnd()),
            Figures.count(figures.getTransitions()),
            Figures.percent(times / leaving),
            betweenLegs ? Figures.count(figures.getForced()) : NONE,
            betweenLegs ? Figures.count(figures.getVoluntary()) : NONE,
            betweenLegs ? Figures.count(figures.getConcurrent()) : NONE,
            toChannel ? Figures.money(figures.getCost()) : NONE,
            toChannel ? Figures.decimal(figures.getCost().doubleValue() / times) : NONE,
            betweenLegs ? Durations.text(figures.getMeanDelayMillis()) : NONE
        };
    }
}
