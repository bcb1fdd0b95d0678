package io.journeystream.serve.bi.feeds;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.JourneyDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of {@code dim_journey_type}: what definitions say of types, defined or not. */
public final class TypeRows {
    /** Of columns that hold targets. */
    public static final String TARGET = "target_";

    /** By name of the measure, as definitions have it; a column each. */
    private static final List<String> TARGETS = List.of(
            "fcr",
            "fcr-by-contact",
            "containment-raw",
            "containment-strict",
            "containment-verified",
            "effort",
            "ease",
            "cost",
            "switch-cost",
            "ces",
            "csat",
            "nps");

    public static final List<String> COLUMNS = Stream.concat(
                    Stream.of("type", "title", "team", "defined"),
                    TARGETS.stream().map(target -> TARGET + target.replace('-', '_')))
            .toList();

    private TypeRows() {}

    /** A list for each column. */
    public static List<List<@Nullable Object>> of(Collection<String> types, Definitions definitions) {
        List<List<@Nullable Object>> columns = new ArrayList<>();
        columns.add(new ArrayList<>(types));
        columns.add(each(types, type -> {
            JourneyDefinition definition = definitions.definition(type);
            return definition == null ? type : definition.title();
        }));
        columns.add(each(types, type -> {
            JourneyDefinition definition = definitions.definition(type);
            return definition == null ? null : definition.team();
        }));
        columns.add(each(types, type -> definitions.definition(type) != null));
        for (String target : TARGETS) {
            columns.add(each(types, type -> {
                JourneyDefinition definition = definitions.definition(type);
                return definition == null ? null : definition.targets().get(target);
            }));
        }
        return columns;
    }

    private static List<@Nullable Object> each(Collection<String> types, Function<String, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>();
        types.forEach(type -> values.add(value.apply(type)));
        return values;
    }
}
