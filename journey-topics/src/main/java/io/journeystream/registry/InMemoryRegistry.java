package io.journeystream.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/**
 * A whole registry in this object: for tests and for programs of one process. A new version of a subject must be able to
 * read all versions before it (BACKWARD_TRANSITIVE). Forgotten with the object.
 */
public final class InMemoryRegistry implements SchemaRegistry {
    private final Map<String, List<RegisteredSchema>> subjects = new LinkedHashMap<>();
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final List<Schema> schemas = new ArrayList<>();

    @Override
    public synchronized int register(String subject, Schema schema) {
        OptionalInt known = lookup(subject, schema);
        if (known.isPresent()) {
            return known.getAsInt();
        }
        Compatibility verdict = compatibility(subject, schema);
        if (!verdict.compatible()) {
            throw new RegistryRefused("schema for " + subject + " is incompatible with an earlier version: "
                    + String.join("; ", verdict.problems()));
        }
        int id = ids.computeIfAbsent(schema.toString(), text -> {
            schemas.add(schema);
            return schemas.size();
        });
        List<RegisteredSchema> versions = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
        versions.add(new RegisteredSchema(subject, versions.size() + 1, id, schema));
        return id;
    }

    @Override
    public synchronized OptionalInt lookup(String subject, Schema schema) {
        String text = schema.toString();
        return versions(subject).stream()
                .filter(version -> version.schema().toString().equals(text))
                .mapToInt(RegisteredSchema::id)
                .findFirst();
    }

    @Override
    public synchronized SchemaById schemaById(int id) {
        return id >= 1 && id <= schemas.size() ? new SchemaById.Known(schemas.get(id - 1)) : new SchemaById.Unknown();
    }

    @Override
    public synchronized Optional<RegisteredSchema> latest(String subject) {
        List<RegisteredSchema> versions = versions(subject);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    @Override
    public synchronized List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    @Override
    public synchronized Compatibility compatibility(String subject, Schema schema) {
        List<String> problems = CompatibilityLevel.BACKWARD_TRANSITIVE.problems(schema, versions(subject));
        return new Compatibility(problems.isEmpty(), problems);
    }

    @Override
    public Optional<CompatibilityLevel> level(String subject) {
        return Optional.of(CompatibilityLevel.BACKWARD_TRANSITIVE);
    }

    private List<RegisteredSchema> versions(String subject) {
        return subjects.getOrDefault(subject, List.of());
    }
}
