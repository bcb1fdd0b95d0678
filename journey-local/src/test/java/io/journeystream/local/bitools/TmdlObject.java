package io.journeystream.local.bitools;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An object of a model in TMDL, Power BI's text format: a table, a column, a measure.
 *
 * @param kind such as {@code table}
 * @param name without quotes; empty where the kind has none
 * @param expression what follows the equals sign, without its indentation; empty if nothing does
 * @param description the lines with three slashes above it, put together
 * @param properties by name; {@code true} where the name stands alone
 * @param children in order
 * @param place file and line, for people
 */
record TmdlObject(
        String kind,
        String name,
        String expression,
        String description,
        Map<String, String> properties,
        List<TmdlObject> children,
        String place) {
    Stream<TmdlObject> all(String wanted) {
        return children.stream().filter(child -> child.kind.equals(wanted));
    }

    Optional<String> property(String wanted) {
        return Optional.ofNullable(properties.get(wanted));
    }

    /** Of the annotation of that name. */
    Optional<String> annotation(String wanted) {
        return all("annotation")
                .filter(annotation -> annotation.name.equals(wanted))
                .map(TmdlObject::expression)
                .findFirst();
    }
}
