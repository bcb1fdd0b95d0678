package io.journeystream.definitions;

import io.journeystream.definitions.yaml.Section;
import io.journeystream.definitions.yaml.Value;
import io.journeystream.events.Operation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code journeys}: a type is defined once, and an intent belongs to one definition. */
final class JourneysReader {
    private static final Map<String, Operation> OPERATIONS =
            Arrays.stream(Operation.values()).collect(Collectors.toMap(Operation::name, Function.identity()));

    private final TypeRules defaults;
    private final Set<String> types = new LinkedHashSet<>();
    private final Map<String, String> typesByIntent = new HashMap<>();

    JourneysReader(TypeRules defaults) {
        this.defaults = defaults;
    }

    List<JourneyDefinition> read(Value list) {
        return list.items().stream().map(this::journey).toList();
    }

    private JourneyDefinition journey(Value item) {
        Section section = item.section();
        String type = type(section);
        JourneyDefinition journey = new JourneyDefinition(
                type,
                section.get("title").text(type),
                section.get("team").textOrNull(),
                intents(type, section.get("intents")),
                operations(section.get("starts-on")),
                RulesReader.typeRules(section, defaults),
                Target.read(section.get("targets").section()));
        section.finish();
        return journey;
    }

    private String type(Section section) {
        Value value = section.get("type");
        if (!value.isGiven()) {
            section.mistake("needs a type, the name that its journeys carry");
            return "";
        }
        String type = value.text("");
        if (type.equals(Definitions.UNCLASSIFIED)) {
            value.mistake("must not be unclassified, which journeys without an intent are");
        } else if (!type.isEmpty() && !types.add(type)) {
            value.mistake(type + " is defined twice: put all of it in one definition");
        }
        return type;
    }

    private Set<String> intents(String type, Value value) {
        Set<String> intents = new LinkedHashSet<>();
        for (Value item : value.items()) {
            String intent = item.text("");
            String other = intent.isEmpty() ? null : typesByIntent.putIfAbsent(intent, type);
            if (other != null) {
                item.mistake("must name an intent once, but " + intent + " is in " + other + " already");
            }
            intents.add(intent);
        }
        return intents;
    }

    private static Set<Operation> operations(Value value) {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        for (Value item : value.items()) {
            operations.add(item.oneOf(OPERATIONS, Operation.OTHER));
        }
        return operations;
    }
}
