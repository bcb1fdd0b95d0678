package io.journeystream.measures;

import io.journeystream.contacts.ContactLeg;
import io.journeystream.journeys.Transition;
import io.journeystream.measures.SwitchMeasure.Kind;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A journey's way through the channels, the same steps taken together (docs/semantics.md, section 9). */
final class Way {
    private static final int SCALE = 6;

    private record Edge(@Nullable String from, @Nullable String to) {}

    private static final class Steps {
        private int count;
        private long costMicros;
        private long delayMillis;
        private final Map<Kind, Integer> switches = new EnumMap<>(Kind.class);
    }

    private final Map<Edge, Steps> edges = new LinkedHashMap<>();

    /** Through all legs of a journey, of which there may be none. */
    void begin(@Nullable ContactLeg first) {
        Steps steps = on(null, first);
        steps.costMicros += first == null ? 0 : first.costMicros();
    }

    /** @param kind of switch; null if the family of channels stays the same */
    void step(ContactLeg from, ContactLeg to, @Nullable Kind kind) {
        Steps steps = on(from, to);
        steps.costMicros += to.costMicros();
        steps.delayMillis += Math.max(0, to.start() - from.end());
        if (kind != null) {
            steps.switches.merge(kind, 1, Integer::sum);
        }
    }

    void end(ContactLeg last) {
        on(last, null);
    }

    private Steps on(@Nullable ContactLeg from, @Nullable ContactLeg to) {
        Steps steps = edges.computeIfAbsent(new Edge(channel(from), channel(to)), edge -> new Steps());
        steps.count++;
        return steps;
    }

    private static @Nullable String channel(@Nullable ContactLeg leg) {
        return leg == null ? null : leg.channel().name();
    }

    /** In order of first appearance. */
    List<Transition> transitions() {
        return edges.entrySet().stream()
                .map(each -> transition(each.getKey(), each.getValue()))
                .toList();
    }

    private static Transition transition(Edge edge, Steps steps) {
        return new Transition(
                edge.from(),
                edge.to(),
                steps.count,
                steps.switches.getOrDefault(Kind.FORCED, 0),
                steps.switches.getOrDefault(Kind.VOLUNTARY, 0),
                steps.switches.getOrDefault(Kind.CONCURRENT, 0),
                BigDecimal.valueOf(steps.costMicros, SCALE),
                steps.delayMillis);
    }
}
