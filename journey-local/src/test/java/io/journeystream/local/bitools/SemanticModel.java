package io.journeystream.local.bitools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The model of a Power BI project, as its files tell it. */
record SemanticModel(
        Map<String, TmdlObject> tables,
        List<TmdlObject> relationships,
        List<TmdlObject> expressions,
        List<String> named) {
    static final Path OURS = Path.of("..", "bi", "powerbi", "Journeystream.SemanticModel", "definition");

    private static final Pattern SELECTED =
            Pattern.compile("Table\\.SelectColumns\\((\\w+), \\{(.*?)}\\)", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern ITEM = Pattern.compile("Schema = \"bi_v1\", Item = \"(\\w+)\"");

    /** @throws IllegalArgumentException if a file is not TMDL as we write it */
    static SemanticModel read(Path definition) throws IOException {
        Map<String, TmdlObject> tables = new TreeMap<>();
        for (Path file : files(definition.resolve("tables"))) {
            TmdlObject table = TmdlReader.read(file).all("table").findFirst().orElseThrow();
            tables.put(table.name(), table);
        }
        List<String> named = new ArrayList<>();
        TmdlReader.read(definition.resolve("model.tmdl"))
                .all("ref")
                .forEach(ref -> named.add(ref.name().replaceFirst("^table ", "")));
        return new SemanticModel(
                tables,
                TmdlReader.read(definition.resolve("relationships.tmdl")).children(),
                TmdlReader.read(definition.resolve("expressions.tmdl")).children(),
                named);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    Stream<TmdlObject> measures() {
        return tables.values().stream().flatMap(table -> table.all("measure"));
    }

    Optional<TmdlObject> column(String table, String name) {
        return Optional.ofNullable(tables.get(table)).stream()
                .flatMap(found -> found.all("column"))
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    boolean hasMeasure(String name) {
        return measures().anyMatch(measure -> measure.name().equals(name));
    }

    /** The expressions in M: of parameters, partitions and refresh policies, by place. */
    Map<String, String> queries() {
        Map<String, String> queries = new TreeMap<>();
        expressions.forEach(each -> queries.put(each.place(), each.expression()));
        tables.values()
                .forEach(table -> Stream.concat(table.all("partition"), table.all("refreshPolicy"))
                        .forEach(part -> Stream.of("source", "sourceExpression")
                                .flatMap(name -> part.property(name).stream())
                                .forEach(query -> queries.put(part.place(), query))));
        return queries;
    }

    /** The view that a query reads; empty if it reads none. */
    static Optional<String> viewOf(String query) {
        return Optional.of(ITEM.matcher(query)).filter(Matcher::find).map(found -> found.group(1));
    }

    /** The columns that a query selects. */
    static List<String> columnsOf(String query) {
        Matcher selected = SELECTED.matcher(query);
        return selected.find()
                ? QUOTED.matcher(selected.group(2))
                        .results()
                        .map(found -> found.group(1))
                        .toList()
                : List.of();
    }
}
