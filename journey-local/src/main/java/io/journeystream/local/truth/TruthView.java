package io.journeystream.local.truth;

import io.journeystream.events.Identifier;
import io.journeystream.local.view.Figures;
import io.journeystream.local.view.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report as lines of text. */
public final class TruthView {
    private static final int WORST = 5;

    private TruthView() {}

    /** All of it. */
    public static List<String> lines(TruthReport report) {
        List<String> lines = new ArrayList<>(size(report));
        lines.add("");
        lines.addAll(agreement(report));
        lines.add("");
        lines.addAll(misses(report));
        lines.add("");
        lines.addAll(merges(report.falseMerges()));
        lines.addAll(worst(report.falseMerges()));
        return lines;
    }

    private static List<String> size(TruthReport report) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%,d events, %,d contacts of %,d persons, found as %,d customers",
                        report.events(),
                        report.contacts(),
                        report.persons(),
                        report.customers()),
                String.format(
                        Locale.ROOT,
                        "%,d identifiers blocked, %,d pairs in conflict, %,d withdrawn; %s of contacts have a customer with"
                                + " account, crm, e-mail or phone",
                        report.blocked(),
                        report.conflicts(),
                        report.withdrawn(),
                        Figures.percent(report.matched().share())));
    }

    private static List<String> agreement(TruthReport report) {
        Table table = new Table("pairs of contacts", "belong together", "missed", "wrong", "precision", "recall", "F1");
        row(table, "one customer, all", report.pairs());
        row(table, "one customer, where the evidence suffices", report.sufficing());
        row(table, "one journey", report.journeys());
        return table.lines();
    }

    private static void row(Table table, String name, PairCounts pairs) {
        table.row(
                name,
                Figures.count(pairs.belong()),
                Figures.count(pairs.missed()),
                Figures.count(pairs.wrong()),
                rate(pairs.precision()),
                rate(pairs.recall()),
                rate(pairs.f1()));
    }

    /** One comparison in words. */
    public static String line(PairCounts pairs) {
        return String.format(
                Locale.ROOT,
                "precision %s, recall %s, F1 %s; %,d wrong pairs of contacts",
                rate(pairs.precision()),
                rate(pairs.recall()),
                rate(pairs.f1()),
                pairs.wrong());
    }

    private static String rate(@Nullable Double rate) {
        return rate == null ? "-" : String.format(Locale.ROOT, "%.4f", rate);
    }

    private static List<String> misses(TruthReport report) {
        Table table = new Table("pairs of one person that were missed, by what lacked", "pairs");
        for (Lack lack : Lack.values()) {
            table.row(lack.explanation(), Figures.count(report.lacks().getOrDefault(lack, 0L)));
        }
        return table.lines();
    }

    private static List<String> merges(List<FalseMerge> merges) {
        Map<String, List<FalseMerge>> kinds = new LinkedHashMap<>();
        merges.forEach(merge ->
                kinds.computeIfAbsent(kind(merge), k -> new ArrayList<>()).add(merge));
        Table table = new Table("wrong pairs, by what led to them", "identifiers", "pairs", "evidence suffices");
        kinds.forEach((kind, its) ->
                table.row(kind, Figures.count(its.size()), Figures.count(pairs(its)), Figures.count(told(its))));
        table.line();
        table.row("all", Figures.count(merges.size()), Figures.count(pairs(merges)), Figures.count(told(merges)));
        return table.lines();
    }

    private static String kind(FalseMerge merge) {
        Identifier identifier = merge.identifier();
        if (identifier == null) {
            return "nothing: a fault of this program";
        }
        return identifier.getType() + (merge.blocked() ? ", blocked: nobody's" : " of several persons");
    }

    private static long pairs(Collection<FalseMerge> merges) {
        return merges.stream().mapToLong(FalseMerge::pairs).sum();
    }

    private static long told(Collection<FalseMerge> merges) {
        return merges.stream().mapToLong(FalseMerge::told).sum();
    }

    private static List<String> worst(List<FalseMerge> merges) {
        return merges.stream().limit(WORST).map(TruthView::one).toList();
    }

    private static String one(FalseMerge merge) {
        Identifier identifier = merge.identifier();
        String name = identifier == null ? "nothing" : identifier.getType() + " " + identifier.getValue();
        return String.format(Locale.ROOT, "  %s: %d persons, %,d wrong pairs", name, merge.persons(), merge.pairs());
    }
}
