package io.journeystream.local.bitools;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Measures in DAX, put into SQL word by word: sums, and arithmetic on other measures. That is all that most of ours are
 * made of, and no engine that runs here knows DAX. Blank is null; a blank in a sum, which DAX takes for 0, does not
 * occur where there are rows.
 */
final class DaxInSql {
    /** A sum over the rows that are chosen, and over no others: twins are over these, too. */
    private static final Pattern SUM = Pattern.compile("(?:VAR chosen_\\w+ = \\[Chosen [\\w ]+] )+RETURN CALCULATE\\( ?"
            + "SUM\\((?<table>agg_health|agg_flow|fact_switch)\\[(?<column>\\w+)]\\)"
            + "(?:, \\k<table>\\[(?<chosen>maturity|period|dimension)] = chosen_\\k<chosen>)+"
            + "(?<present>(?:, KEEPFILTERS\\(NOT ISBLANK\\(\\k<table>\\[\\w+]\\)\\))*) ?\\)");

    private static final Pattern PRESENT = Pattern.compile("ISBLANK\\(\\w+\\[(\\w+)]\\)");

    private static final Pattern MEASURE = Pattern.compile("(?<![\\w'])\\[([^\\]@]+)]");
    private static final Pattern DIVIDE = Pattern.compile("DIVIDE\\((.*),([^,]*)\\)", Pattern.DOTALL);
    private static final Pattern GUARDED =
            Pattern.compile("IF\\((?:NOT ISBLANK\\(\\[[^\\]]+]\\)(?: && )?)+, (.*)\\)", Pattern.DOTALL);

    private final SemanticModel model;

    DaxInSql(SemanticModel model) {
        this.model = model;
    }

    /** An expression over sums of {@code cells}, {@code edges} or {@code pairs}; empty for what is more than arithmetic. */
    Optional<String> of(String measure) {
        return model.measures()
                .filter(each -> each.name().equals(measure))
                .findFirst()
                .flatMap(each -> expression(each.expression()));
    }

    private Optional<String> expression(String dax) {
        Matcher sum = SUM.matcher(dax.replaceAll("\\s+", " "));
        if (sum.matches()) {
            return Optional.of("sum(" + sum.group("column") + ")" + filter(sum.group("present")));
        }
        if (dax.contains("VAR ") || dax.contains("SELECTEDVALUE(") || dax.contains("SUM(") || dax.contains("MIN(")) {
            return Optional.empty();
        }
        Matcher guarded = GUARDED.matcher(dax.strip());
        return arithmetic(guarded.matches() ? guarded.group(1) : dax);
    }

    /** Of rows in which some columns are not blank. */
    private static String filter(String present) {
        String condition = PRESENT.matcher(present)
                .results()
                .map(column -> column.group(1) + " is not null")
                .collect(Collectors.joining(" and "));
        return condition.isEmpty() ? "" : " filter (where " + condition + ")";
    }

    private Optional<String> arithmetic(String dax) {
        StringBuilder sql = new StringBuilder();
        Matcher measure = MEASURE.matcher(dax);
        while (measure.find()) {
            Optional<String> named = of(measure.group(1));
            if (named.isEmpty()) {
                return Optional.empty();
            }
            measure.appendReplacement(sql, Matcher.quoteReplacement("(" + named.get() + ")"));
        }
        String text = measure.appendTail(sql).toString();
        Matcher division = DIVIDE.matcher(text);
        String divided = division.replaceFirst(found -> "(" + Matcher.quoteReplacement(found.group(1))
                + ")::float8 / nullif(" + Matcher.quoteReplacement(found.group(2)) + ", 0)");
        return divided.matches("(?s).*\\b(COUNTROWS|DISTINCTCOUNT|IF|CALCULATE)\\(.*")
                ? Optional.empty()
                : Optional.of(divided);
    }
}
