package io.journeystream.topics;

import io.journeystream.registry.CompatibilityLevel;
import io.journeystream.registry.RegistryRefused;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.registry.SchemaRegistry.Compatibility;
import io.journeystream.registry.SchemaRegistry.RegisteredSchema;
import io.journeystream.registry.WireFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * Registers the schemas of all topics, or says how they stand: exactly the schemas, under exactly the subjects, that
 * producers of Journeystream use.
 */
public final class SchemaSetup {
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas;

    public SchemaSetup(SchemaRegistry registry) {
        this.registry = registry;
        this.schemas = new TreeMap<>();
        for (Topic<?, ?> topic : Topics.ALL) {
            if (topic.value() instanceof Format.Avro<?> avro) {
                schemas.put(WireFormat.valueSubject(topic.name()), avro.published());
            }
        }
    }

    /**
     * Registers each schema that can be; one that is there already stays as it is.
     *
     * @return how all of them stand afterwards, by subject
     * @throws RegistryRefused if the registry takes none, such as for a wrong password
     * @throws io.journeystream.registry.RegistryUnavailable if the registry cannot be asked
     */
    public List<SchemaState> register() {
        check().stream()
                .filter(SchemaState.Missing.class::isInstance)
                .forEach(missing -> registry.register(missing.subject(), schema(missing.subject())));
        return check();
    }

    /** How all of them stand, by subject; changes nothing. Throws as {@link #register}. */
    public List<SchemaState> check() {
        return schemas.entrySet().stream()
                .map(entry -> state(entry.getKey(), entry.getValue()))
                .toList();
    }

    private SchemaState state(String subject, Schema schema) {
        OptionalInt id = registry.lookup(subject, schema);
        if (id.isPresent()) {
            return new SchemaState.Registered(subject, id.getAsInt());
        }
        Optional<RegisteredSchema> latest = registry.latest(subject);
        Compatibility verdict = registry.compatibility(subject, schema);
        return verdict.compatible()
                ? new SchemaState.Missing(
                        subject, latest.map(RegisteredSchema::version).orElse(0))
                : new SchemaState.Incompatible(subject, problems(verdict, latest, schema));
    }

    /** Not every registry says what is wrong; then it is found here, against the newest version. */
    private static List<String> problems(Compatibility verdict, Optional<RegisteredSchema> latest, Schema schema) {
        return verdict.problems().isEmpty()
                ? CompatibilityLevel.FULL.problems(schema, latest.stream().toList())
                : verdict.problems();
    }

    /** Subjects whose next version need not be able to read the earlier ones, with the level that says so. */
    public Map<String, CompatibilityLevel> weakLevels() {
        Map<String, CompatibilityLevel> weak = new TreeMap<>();
        schemas.keySet()
                .forEach(subject -> registry.level(subject)
                        .filter(level -> !level.keepsHistoryReadable())
                        .ifPresent(level -> weak.put(subject, level)));
        return weak;
    }

    private Schema schema(String subject) {
        return Optional.ofNullable(schemas.get(subject)).orElseThrow();
    }
}
