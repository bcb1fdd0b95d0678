package io.journeystream.local.bitools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Measures that say which cells, edges and switches the others take: of one maturity, one period and one dimension, or
 * journeys are counted twice. They go by what the reader has chosen, never by which rows there happen to be: days that
 * have only provisional rows would show these as the headline.
 */
final class Choices {
    private static final Map<String, Map<String, String>> CHOOSING = Map.of(
            "agg_health",
            Map.of("maturity", "Chosen maturity", "period", "Chosen period", "dimension", "Chosen dimension"),
            "agg_flow",
            Map.of("maturity", "Chosen maturity of steps"),
            "fact_switch",
            Map.of("maturity", "Chosen maturity of switches"));

    /** Functions that see the rows that are left by filters on other columns, too. */
    private static final Pattern BY_ROWS =
            Pattern.compile("\\b(?:SELECTEDVALUE|HASONEVALUE|VALUES|DISTINCT|MIN|MAX)\\s*\\("
                    + "\\s*'?(?:agg_\\w+|fact_switch)'?\\[(?:maturity|period|dimension)]");

    private Choices() {}

    static boolean isOne(TmdlObject measure) {
        return measure.property("displayFolder").filter("Choices"::equals).isPresent();
    }

    /** What is wrong with how a measure chooses its rows; empty if nothing is. */
    static List<String> mistakes(TmdlObject measure) {
        List<String> mistakes = new ArrayList<>();
        BY_ROWS.matcher(measure.expression())
                .results()
                .forEach(found -> mistakes.add(found.group() + " goes by the rows there are, not by what is chosen"));
        if (!isOne(measure)) {
            CHOOSING.forEach((table, choices) -> {
                if (measure.expression().contains(table + "[")) {
                    choices.forEach((column, choice) -> mistakes.addAll(missing(measure, table, column, choice)));
                }
            });
        }
        return mistakes;
    }

    private static List<String> missing(TmdlObject measure, String table, String column, String choice) {
        String chosen = "chosen_" + column;
        return List.of("VAR " + chosen + " = [" + choice + "]", table + "[" + column + "] = " + chosen).stream()
                .filter(part -> !measure.expression().contains(part))
                .map(part -> "takes rows of " + table + " without " + part)
                .toList();
    }
}
