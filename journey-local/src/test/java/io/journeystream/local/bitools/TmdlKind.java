package io.journeystream.local.bitools;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What our model is made of, so that a word that is mistyped is found: the objects of TMDL and their properties. */
record TmdlKind(String word, Set<String> properties, Set<String> children) {
    static final String FILE = "file";

    private static final Map<String, TmdlKind> KNOWN = Stream.of(
                    kind(FILE, "", "database model ref annotation table relationship expression cultureInfo"),
                    kind("database", "compatibilityLevel", ""),
                    kind(
                            "model",
                            "culture defaultPowerBIDataSourceVersion sourceQueryCulture discourageImplicitMeasures",
                            "annotation dataAccessOptions"),
                    kind("dataAccessOptions", "legacyRedirects returnErrorValuesAsNull", ""),
                    kind("ref", "", ""),
                    kind("annotation", "", ""),
                    kind(
                            "table",
                            "lineageTag dataCategory isHidden",
                            "column measure partition hierarchy annotation refreshPolicy"),
                    kind(
                            "column",
                            "dataType isHidden isKey formatString lineageTag summarizeBy sourceColumn sortByColumn"
                                    + " displayFolder",
                            "annotation"),
                    kind("measure", "formatString displayFolder lineageTag isHidden", "annotation"),
                    kind("partition", "mode source", ""),
                    kind("hierarchy", "lineageTag", "level annotation"),
                    kind("level", "lineageTag column", ""),
                    kind(
                            "refreshPolicy",
                            "policyType rollingWindowGranularity rollingWindowPeriods incrementalGranularity"
                                    + " incrementalPeriods sourceExpression",
                            ""),
                    kind("relationship", "fromColumn toColumn isActive crossFilteringBehavior", ""),
                    kind("expression", "lineageTag", "annotation"),
                    kind("cultureInfo", "", ""))
            .collect(Collectors.toMap(TmdlKind::word, known -> known));

    private static TmdlKind kind(String word, String properties, String children) {
        return new TmdlKind(word, words(properties), words(children));
    }

    private static Set<String> words(String text) {
        return Set.of(text.isEmpty() ? new String[0] : text.split(" ", -1));
    }

    static TmdlKind of(String word) {
        TmdlKind known = KNOWN.get(word);
        if (known == null) {
            throw new IllegalArgumentException("there is no kind of object " + word);
        }
        return known;
    }
}
