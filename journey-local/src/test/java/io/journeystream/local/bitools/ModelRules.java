package io.journeystream.local.bitools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Power BI would refuse, or what would mislead its readers, as far as it can be seen without it. */
final class ModelRules {
    private final SemanticModel model;
    private final List<String> mistakes = new ArrayList<>();

    private ModelRules(SemanticModel model) {
        this.model = model;
    }

    /** The mistakes in a model, each with its place; empty if there are none. */
    static List<String> mistakes(SemanticModel model) {
        ModelRules rules = new ModelRules(model);
        rules.tablesAreNamed();
        rules.relationshipsResolve();
        rules.filtersTakeOneWay();
        rules.columnsResolve();
        rules.measuresAreNamedOnce();
        rules.measuresTakeChosenRows();
        rules.expressionsResolve();
        rules.queriesGiveTheColumns();
        rules.tagsAreUnique();
        return rules.mistakes;
    }

    private void add(TmdlObject object, String mistake) {
        mistakes.add(object.place() + ": " + object.kind() + " " + object.name() + ": " + mistake);
    }

    private void tablesAreNamed() {
        if (!Set.copyOf(model.named()).equals(model.tables().keySet())) {
            mistakes.add("model.tmdl names other tables than there are: " + model.named());
        }
    }

    private static String[] end(TmdlObject relationship, String name) {
        return relationship.property(name).orElse(".").split("\\.", 2);
    }

    private void relationshipsResolve() {
        for (TmdlObject relationship : model.relationships()) {
            String[] from = end(relationship, "fromColumn");
            String[] to = end(relationship, "toColumn");
            String fromType = typeOf(relationship, from);
            if (!fromType.equals(typeOf(relationship, to))) {
                add(relationship, "joins columns of different types");
            }
        }
    }

    private String typeOf(TmdlObject relationship, String... end) {
        return model.column(end[0], end[1])
                .flatMap(column -> column.property("dataType"))
                .orElseGet(() -> {
                    add(relationship, "there is no column " + String.join(".", end));
                    return "";
                });
    }

    /** Two active ways from one table to another are refused as ambiguous. */
    private void filtersTakeOneWay() {
        Map<String, List<String>> active = new HashMap<>();
        model.relationships().stream()
                .filter(each -> each.property("isActive").isEmpty())
                .forEach(each -> active.computeIfAbsent(end(each, "toColumn")[0], table -> new ArrayList<>())
                        .add(end(each, "fromColumn")[0]));
        for (String start : active.keySet()) {
            List<String> reached = reached(start, active);
            if (reached.size() != new HashSet<>(reached).size()) {
                mistakes.add("relationships.tmdl: from " + start + " two ways lead to one table: " + reached);
            }
        }
    }

    private static List<String> reached(String start, Map<String, List<String>> active) {
        return active.getOrDefault(start, List.of()).stream()
                .flatMap(next -> Stream.concat(Stream.of(next), reached(next, active).stream()))
                .toList();
    }

    private void columnsResolve() {
        for (TmdlObject table : model.tables().values()) {
            table.all("column")
                    .forEach(column -> column.property("sortByColumn").ifPresent(by -> {
                        if (model.column(table.name(), by).isEmpty()) {
                            add(column, "is sorted by " + by + ", which is no column");
                        }
                    }));
            table.all("hierarchy").flatMap(hierarchy -> hierarchy.all("level")).forEach(level -> {
                if (model.column(table.name(), level.property("column").orElse(""))
                        .isEmpty()) {
                    add(level, "is of no column");
                }
            });
        }
    }

    private void measuresAreNamedOnce() {
        Set<String> seen = new HashSet<>();
        for (TmdlObject table : model.tables().values()) {
            Set<String> columns = table.all("column")
                    .map(column -> column.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            table.all("measure").forEach(measure -> {
                String name = measure.name().toLowerCase(Locale.ROOT);
                if (!seen.add(name) || columns.contains(name)) {
                    add(measure, "its name is taken");
                }
                if (measure.description().isEmpty()
                        || (measure.property("formatString").isEmpty() && !Choices.isOne(measure))
                        || measure.property("displayFolder").isEmpty()) {
                    add(measure, "needs a description, a format and a folder");
                }
            });
        }
    }

    private void measuresTakeChosenRows() {
        model.measures().forEach(measure -> Choices.mistakes(measure).forEach(mistake -> add(measure, mistake)));
    }

    private void expressionsResolve() {
        model.measures().forEach(measure -> resolve(measure, measure.expression()));
        model.tables()
                .values()
                .forEach(table -> table.all("column")
                        .filter(column -> !column.expression().isEmpty())
                        .forEach(column -> resolve(column, column.expression())));
    }

    private void resolve(TmdlObject object, String expression) {
        Dax dax = Dax.read(expression, model.tables().keySet());
        dax.mistakes().forEach(mistake -> add(object, mistake));
        for (Dax.Field field : dax.fields()) {
            boolean known = field.table().isEmpty()
                    ? model.hasMeasure(field.name()) || field.name().startsWith("@")
                    : model.column(field.table(), field.name()).isPresent();
            if (!known) {
                add(object, "there is no " + field.table() + "[" + field.name() + "]");
            }
        }
    }

    private void queriesGiveTheColumns() {
        for (TmdlObject table : model.tables().values()) {
            List<String> wanted = table.all("column")
                    .flatMap(column -> column.property("sourceColumn").stream())
                    .toList();
            Stream.concat(table.all("partition"), table.all("refreshPolicy")).forEach(part -> {
                String query = part.property("source")
                        .or(() -> part.property("sourceExpression"))
                        .orElse("");
                boolean ofView = SemanticModel.viewOf(query).isPresent();
                if (ofView && !SemanticModel.viewOf(query).get().equals(table.name())) {
                    add(part, "reads another view");
                }
                if (ofView && !SemanticModel.columnsOf(query).equals(wanted)) {
                    add(part, "selects other columns than the table has: " + SemanticModel.columnsOf(query));
                }
            });
        }
    }

    private void tagsAreUnique() {
        Set<String> seen = new HashSet<>();
        model.tables().values().forEach(table -> tagsAreUnique(table, seen));
        model.expressions().forEach(expression -> tagsAreUnique(expression, seen));
    }

    private void tagsAreUnique(TmdlObject object, Set<String> seen) {
        object.property("lineageTag").filter(tag -> !seen.add(tag)).ifPresent(tag -> add(object, "its tag is taken"));
        object.children().forEach(child -> tagsAreUnique(child, seen));
    }
}
