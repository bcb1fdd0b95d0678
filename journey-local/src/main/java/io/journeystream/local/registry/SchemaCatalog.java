package io.journeystream.local.registry;

import io.journeystream.registry.CompatibilityLevel;
import io.journeystream.registry.SchemaRegistry.RegisteredSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What the registry knows: versions by subject, schemas by id, levels of compatibility. Made by replaying its log. */
final class SchemaCatalog {
    private final Map<String, TreeMap<Integer, RegisteredSchema>> subjects = new TreeMap<>();
    private final TreeMap<Integer, Schema> schemas = new TreeMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private CompatibilityLevel globalLevel = CompatibilityLevel.BACKWARD_TRANSITIVE;

    void add(RegisteredSchema version) {
        schemas.put(version.id(), version.schema());
        ids.putIfAbsent(version.schema().toString(), version.id());
        subjects.computeIfAbsent(version.subject(), name -> new TreeMap<>()).put(version.version(), version);
    }

    void remove(String subject, int version) {
        TreeMap<Integer, RegisteredSchema> versions = subjects.get(subject);
        if (versions != null) {
            versions.remove(version);
            subjects.remove(subject, new TreeMap<>());
        }
    }

    /** The version that a schema would become; its id is that of the same text under another subject, if there is one. */
    RegisteredSchema next(String subject, Schema schema) {
        TreeMap<Integer, RegisteredSchema> versions = subjects.getOrDefault(subject, new TreeMap<>());
        int version = versions.isEmpty() ? 1 : versions.lastKey() + 1;
        int fresh = schemas.isEmpty() ? 1 : schemas.lastKey() + 1;
        return new RegisteredSchema(subject, version, ids.getOrDefault(schema.toString(), fresh), schema);
    }

    Optional<RegisteredSchema> find(String subject, Schema schema) {
        String text = schema.toString();
        return versions(subject).stream()
                .filter(version -> version.schema().toString().equals(text))
                .findFirst();
    }

    List<String> problems(String subject, Schema schema) {
        return level(subject).problems(schema, versions(subject));
    }

    List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    /** Oldest first; empty if the subject is unknown. */
    List<RegisteredSchema> versions(String subject) {
        return new ArrayList<>(subjects.getOrDefault(subject, new TreeMap<>()).values());
    }

    Optional<Schema> schema(int id) {
        return Optional.ofNullable(schemas.get(id));
    }

    List<RegisteredSchema> usesOf(int id) {
        return subjects.values().stream()
                .flatMap(versions -> versions.values().stream())
                .filter(version -> version.id() == id)
                .toList();
    }

    CompatibilityLevel level(String subject) {
        return levels.getOrDefault(subject, globalLevel);
    }

    Optional<CompatibilityLevel> ownLevel(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    CompatibilityLevel globalLevel() {
        return globalLevel;
    }

    /** For one subject, or for all that have none of their own if the subject is null. */
    void level(@Nullable String subject, CompatibilityLevel level) {
        if (subject == null) {
            globalLevel = level;
        } else {
            levels.put(subject, level);
        }
    }
}
