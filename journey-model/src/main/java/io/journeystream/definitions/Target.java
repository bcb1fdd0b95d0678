package io.journeystream.definitions;

import io.journeystream.definitions.yaml.Bounds;
import io.journeystream.definitions.yaml.Section;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A measure that a team may set itself a target for, and what a target may be in the measure's own unit. */
record Target(String measure, Bounds bounds) {
    private static final Bounds RATE = Bounds.between(0, 1);
    private static final Bounds MONEY = Bounds.between(0, 1_000_000);

    private static final Map<String, Target> KNOWN = List.of(
                    new Target("fcr", RATE),
                    new Target("fcr-by-contact", RATE),
                    new Target("containment-raw", RATE),
                    new Target("containment-strict", RATE),
                    new Target("containment-verified", RATE),
                    new Target("effort", Bounds.between(0, 100)),
                    new Target("ease", Bounds.between(1, 7)),
                    new Target("cost", MONEY),
                    new Target("switch-cost", MONEY),
                    new Target("ces", Bounds.between(1, 7)),
                    new Target("csat", Bounds.between(1, 5)),
                    new Target("nps", Bounds.between(-100, 100)))
            .stream()
            .collect(Collectors.toMap(Target::measure, Function.identity()));

    /** The targets of a section, by name of the measure. */
    static Map<String, Double> read(Section section) {
        return section.each(KNOWN, (target, value) -> value.number(0, target.bounds())).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().measure(), Map.Entry::getValue));
    }
}
