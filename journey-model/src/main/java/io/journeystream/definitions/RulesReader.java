package io.journeystream.definitions;

import static io.journeystream.definitions.yaml.Span.NOT_NEGATIVE;
import static io.journeystream.definitions.yaml.Span.POSITIVE;

import io.journeystream.definitions.EffortWeights.DriverName;
import io.journeystream.definitions.EffortWeights.Weight;
import io.journeystream.definitions.yaml.Bounds;
import io.journeystream.definitions.yaml.Section;
import io.journeystream.definitions.yaml.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the sections of plain settings, each of which has a standard. */
final class RulesReader {
    private static final Bounds AT_LEAST_ONE = Bounds.between(1, 1_000_000);
    private static final Bounds WEIGHT = Bounds.between(0, 1_000);
    private static final Bounds HALF = Bounds.positive(1_000_000);
    private static final Map<String, DriverName> DRIVERS =
            Arrays.stream(DriverName.values()).collect(Collectors.toMap(DriverName::field, Function.identity()));

    private static final List<String> RESERVED_DIMENSIONS = List.of("ALL", "entryChannel");
    private static final int MOST_DIMENSIONS = 20;

    private RulesReader() {}

    static TypeRules defaults(Section section) {
        TypeRules defaults = typeRules(section, TypeRules.STANDARD);
        section.finish();
        return defaults;
    }

    /** The rules among the keys of a section that has others too. */
    static TypeRules typeRules(Section section, TypeRules standard) {
        return new TypeRules(
                section.get("gap").duration(standard.gap(), POSITIVE),
                section.get("max-length").duration(standard.maxLength(), POSITIVE),
                section.get("containment-window").duration(standard.containmentWindow(), NOT_NEGATIVE),
                section.get("case-patience").duration(standard.casePatience(), NOT_NEGATIVE),
                section.get("assume-resolved-after-silence").flag(standard.assumeResolvedAfterSilence()));
    }

    static StitchingRules stitching(Section section) {
        StitchingRules standard = StitchingRules.STANDARD;
        StitchingRules rules = new StitchingRules(
                section.get("abandon-join").duration(standard.abandonJoin(), NOT_NEGATIVE),
                section.get("session-gap").duration(standard.sessionGap(), NOT_NEGATIVE),
                section.get("max-age").duration(standard.maxAge(), POSITIVE),
                section.get("correlate").texts(standard.correlate()),
                section.get("distinguish").texts(standard.distinguish()));
        section.finish();
        return rules;
    }

    static IdentityRules identity(Section section) {
        IdentityRules standard = IdentityRules.STANDARD;
        Value limits = section.get("limits");
        IdentityRules rules = new IdentityRules(
                section.get("priority").texts(standard.priority()),
                limits.isGiven() ? limits.section().each(limit -> limit.count(1, AT_LEAST_ONE)) : standard.limits(),
                section.get("hub-limit").count(standard.hubLimit(), AT_LEAST_ONE),
                section.get("cluster-limit").count(standard.clusterLimit(), AT_LEAST_ONE));
        section.finish();
        return rules;
    }

    static EffortWeights effort(Section section) {
        return new EffortWeights(section.each(DRIVERS, RulesReader::weight));
    }

    /** Attributes; what stands in cells beside them is none. */
    static List<String> dimensions(Section section) {
        Value dimensions = section.get("dimensions");
        List<String> names = dimensions.texts(List.of());
        for (String taken : RESERVED_DIMENSIONS) {
            if (names.contains(taken)) {
                dimensions.mistake("must not name " + taken + ": journeys are counted by that anyway");
            }
        }
        if (names.size() > MOST_DIMENSIONS) {
            dimensions.mistake("must be at most " + MOST_DIMENSIONS + " attributes, were " + names.size()
                    + ": each value of each is a cell of its own in every hour");
        }
        section.finish();
        return names;
    }

    private static Weight weight(DriverName driver, Value value) {
        Weight standard = EffortWeights.STANDARD.of(driver);
        Section section = value.section();
        Weight weight = new Weight(
                section.get("weight").number(standard.weight(), WEIGHT),
                section.get("half").number(standard.half(), HALF));
        section.finish();
        return weight;
    }
}
