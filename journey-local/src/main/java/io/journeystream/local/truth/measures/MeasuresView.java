package io.journeystream.local.truth.measures;

import io.journeystream.local.view.Figures;
import io.journeystream.local.view.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The comparison of measures as lines of text; differences are found less happened, in points of percent. */
public final class MeasuresView {
    private MeasuresView() {}

    /** All of it. */
    public static List<String> lines(MeasuresReport report) {
        List<String> lines = new ArrayList<>();
        lines.addAll(measures("where identity is known", report.known()));
        lines.add("");
        lines.addAll(measures("everybody", report.everybody()));
        lines.add("");
        lines.addAll(types(report));
        lines.add("");
        lines.addAll(causes("where identity is known, due to", report.known()));
        lines.add("");
        lines.addAll(causes("everybody, due to", report.everybody()));
        return lines;
    }

    private static List<String> measures(String whose, Comparison comparison) {
        Table table = new Table(
                whose + ": " + Figures.count(comparison.concerns()) + " concerns",
                "happened",
                "found",
                "difference",
                "by definition",
                "the rest");
        for (Measure measure : Measure.values()) {
            table.row(
                    measure.title(),
                    Figures.percent(measure.of(comparison.happened())),
                    Figures.percent(measure.of(comparison.found())),
                    Figures.points(comparison.difference(measure)),
                    Figures.points(comparison.due(measure, Cause::isByDefinition)),
                    rest(comparison, measure));
        }
        return table.lines();
    }

    private static String rest(Comparison comparison, Measure measure) {
        return Figures.points(comparison.due(measure, cause -> !cause.isByDefinition()));
    }

    private static List<String> types(MeasuresReport report) {
        List<String> lines = new ArrayList<>(
                List.of("where identity is known, type by type: the difference, and what of it is not by definition"));
        List<String> head = new ArrayList<>(List.of("type", "concerns"));
        for (Measure measure : Measure.values()) {
            head.addAll(List.of(measure.title(), "rest"));
        }
        Table table = new Table(head.toArray(String[]::new));
        report.knownByType().forEach((type, comparison) -> {
            Stream<String> cells = Stream.of(Measure.values())
                    .flatMap(measure ->
                            Stream.of(Figures.points(comparison.difference(measure)), rest(comparison, measure)));
            row(table, type, comparison.concerns(), cells);
        });
        lines.addAll(table.lines());
        return lines;
    }

    private static List<String> causes(String title, Comparison comparison) {
        Table table = new Table(Stream.concat(
                        Stream.of(title, "concerns"),
                        Stream.of(Measure.values()).map(Measure::title))
                .toArray(String[]::new));
        for (Cause cause : Cause.values()) {
            if (comparison.differing(cause) > 0 || cause == Cause.UNEXPLAINED) {
                row(
                        table,
                        cause.explanation(),
                        comparison.differing(cause),
                        points(measure -> comparison.due(measure, cause::equals)));
            }
        }
        table.line();
        long differing =
                Stream.of(Cause.values()).mapToLong(comparison::differing).sum();
        row(table, "all that differ", differing, points(comparison::difference));
        return table.lines();
    }

    private static Stream<String> points(Function<Measure, @Nullable Double> difference) {
        return Stream.of(Measure.values()).map(difference).map(Figures::points);
    }

    private static void row(Table table, String name, long concerns, Stream<String> cells) {
        table.row(Stream.concat(Stream.of(name, Figures.count(concerns)), cells).toArray(String[]::new));
    }
}
