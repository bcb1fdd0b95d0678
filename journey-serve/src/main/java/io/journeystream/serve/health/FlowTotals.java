package io.journeystream.serve.health;

import io.journeystream.events.Utf8Order;
import io.journeystream.health.Flow;
import io.journeystream.health.FlowFigures;
import io.journeystream.health.FlowSums;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Edges of the journey map of one type, added up over days. */
public final class FlowTotals {
    private FlowTotals() {}

    private record Edge(
            @Nullable String from,
            @Nullable String to,
            @Nullable String end) {
        static Edge of(Flow flow) {
            return new Edge(flow.getFrom(), flow.getTo(), flow.getEnd());
        }
    }

    /**
     * One edge instead of one a day, its day the first one: those from the start first, then those from the channel that
     * most is left from, each time the heaviest first.
     *
     * @param part decides what weighs, matured or provisional journeys
     */
    public static List<Flow> overDays(Collection<Flow> flows, Function<Flow, FlowFigures> part) {
        List<Flow> edges = flows.stream().collect(Collectors.groupingBy(Edge::of)).values().stream()
                .map(FlowTotals::added)
                .toList();
        Map<@Nullable String, Long> leaving = leaving(edges, part);
        Comparator<Flow> startFirst = Comparator.comparing(flow -> flow.getFrom() != null);
        return edges.stream()
                .sorted(startFirst
                        .thenComparing(flow -> -leaving.getOrDefault(flow.getFrom(), 0L))
                        .thenComparing(Flow::getFrom, Comparator.nullsFirst(Utf8Order::compare))
                        .thenComparing(flow -> -part.apply(flow).getTransitions())
                        .thenComparing(Flow::getTo, Comparator.nullsLast(Utf8Order::compare))
                        .thenComparing(Flow::getEnd, Comparator.nullsLast(Utf8Order::compare)))
                .toList();
    }

    /** How often each channel is left, by its name; null is the start. */
    public static Map<@Nullable String, Long> leaving(Collection<Flow> edges, Function<Flow, FlowFigures> part) {
        Map<@Nullable String, Long> leaving = new HashMap<>();
        edges.forEach(edge -> leaving.merge(edge.getFrom(), part.apply(edge).getTransitions(), Long::sum));
        return leaving;
    }

    private static Flow added(List<Flow> flows) {
        Flow first = flows.stream().min(Comparator.comparing(Flow::getDay)).orElseThrow();
        return Flow.newBuilder(first)
                .setMatured(sum(flows, Flow::getMatured).figures())
                .setProvisional(sum(flows, Flow::getProvisional).figures())
                .build();
    }

    private static FlowSums sum(Collection<Flow> flows, Function<Flow, FlowFigures> part) {
        return flows.stream().map(part).map(FlowSums::of).reduce(FlowSums.ZERO, FlowSums::plus);
    }
}
