package io.journeystream.serve.bi.sink;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.JourneyDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of {@code dim_journey_type}: what definitions say of types, defined or not. */
final class TypeRows {
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

    /** Takes the arrays of {@link #of}. */
    static final String STATEMENT = "insert into bi.dim_journey_type (type, title, team, defined, "
            + columns("%s")
            + ") select * from unnest(?::text[], ?::text[], ?::text[], ?::boolean[], "
            + TARGETS.stream().map(target -> "?::double precision[]").collect(Collectors.joining(", "))
            + ") on conflict (type) do update set title = excluded.title, team = excluded.team,"
            + " defined = excluded.defined, "
            + columns("%s = excluded.%s");

    private TypeRows() {}

    private static String columns(String form) {
        return TARGETS.stream()
                .map(target -> form.replace("%s", "target_" + target.replace('-', '_')))
                .collect(Collectors.joining(", "));
    }

    /** An array for each column. */
    static List<List<@Nullable Object>> of(Collection<String> types, Definitions definitions) {
        List<List<@Nullable Object>> arrays = new ArrayList<>();
        arrays.add(new ArrayList<>(types));
        arrays.add(each(types, type -> {
            JourneyDefinition definition = definitions.definition(type);
            return definition == null ? type : definition.title();
        }));
        arrays.add(each(types, type -> {
            JourneyDefinition definition = definitions.definition(type);
            return definition == null ? null : definition.team();
        }));
        arrays.add(each(types, type -> definitions.definition(type) != null));
        for (String target : TARGETS) {
            arrays.add(each(types, type -> {
                JourneyDefinition definition = definitions.definition(type);
                return definition == null ? null : definition.targets().get(target);
            }));
        }
        return arrays;
    }

    private static List<@Nullable Object> each(Collection<String> types, Function<String, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>();
        types.forEach(type -> values.add(value.apply(type)));
        return values;
    }
}
