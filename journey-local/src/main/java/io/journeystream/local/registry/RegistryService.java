package io.journeystream.local.registry;

import io.journeystream.registry.AvroSchemas;
import io.journeystream.registry.CompatibilityLevel;
import io.journeystream.registry.SchemaRegistry.RegisteredSchema;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The registry's rules. One request at a time; a fact is in the log before anybody is told. */
final class RegistryService {
    private final SchemaLog log;
    private final SchemaCatalog catalog = new SchemaCatalog();

    RegistryService(SchemaLog log) {
        this.log = log;
        log.replay(record -> LogFormat.apply(record, catalog));
    }

    synchronized RegisteredSchema register(String subject, String text) {
        Schema schema = parse(text);
        return catalog.find(subject, schema).orElseGet(() -> add(subject, schema));
    }

    private RegisteredSchema add(String subject, Schema schema) {
        List<String> problems = catalog.problems(subject, schema);
        if (!problems.isEmpty()) {
            throw RestError.incompatible("Schema being registered is incompatible with an earlier schema for subject \""
                    + subject + "\": " + String.join("; ", problems));
        }
        RegisteredSchema version = catalog.next(subject, schema);
        log.append(LogFormat.key(version), LogFormat.value(version));
        catalog.add(version);
        return version;
    }

    synchronized RegisteredSchema lookup(String subject, String text) {
        versions(subject);
        return catalog.find(subject, parse(text)).orElseThrow(RestError::schemaNotFound);
    }

    synchronized List<String> subjects() {
        return catalog.subjects();
    }

    /** Oldest first, at least one. */
    synchronized List<RegisteredSchema> versions(String subject) {
        List<RegisteredSchema> versions = catalog.versions(subject);
        if (versions.isEmpty()) {
            throw RestError.subjectNotFound(subject);
        }
        return versions;
    }

    /** By number, or {@code latest}. */
    synchronized RegisteredSchema version(String subject, String wanted) {
        List<RegisteredSchema> versions = versions(subject);
        if ("latest".equals(wanted) || "-1".equals(wanted)) {
            return versions.get(versions.size() - 1);
        }
        int number = versionNumber(wanted);
        return versions.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> RestError.versionNotFound(wanted));
    }

    private static int versionNumber(String wanted) {
        try {
            int number = Integer.parseInt(wanted);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new RestError(
                422,
                42202,
                "The specified version '" + wanted
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1]"
                        + " and the string \"latest\"");
    }

    synchronized Schema schema(int id) {
        return catalog.schema(id).orElseThrow(RestError::schemaNotFound);
    }

    synchronized List<RegisteredSchema> usesOf(int id) {
        schema(id);
        return catalog.usesOf(id);
    }

    /** Against all versions, as far as the subject's level says; a subject without any takes every schema. */
    synchronized List<String> problems(String subject, String text) {
        return catalog.problems(subject, parse(text));
    }

    /** Against one version alone. */
    synchronized List<String> problems(String subject, String wanted, String text) {
        return catalog.level(subject).problems(parse(text), List.of(version(subject, wanted)));
    }

    synchronized CompatibilityLevel globalLevel() {
        return catalog.globalLevel();
    }

    /**
     * A subject's level.
     *
     * @param orGlobal whether that of all subjects will do if it has none of its own
     */
    synchronized CompatibilityLevel level(String subject, boolean orGlobal) {
        return orGlobal
                ? catalog.level(subject)
                : catalog.ownLevel(subject)
                        .orElseThrow(() -> new RestError(
                                404,
                                40408,
                                "Subject '" + subject + "' does not have subject-level compatibility configured"));
    }

    /** For one subject, or for all that have none of their own if the subject is null. */
    synchronized void setLevel(@Nullable String subject, String name) {
        CompatibilityLevel level = parseLevel(name);
        log.append(LogFormat.levelKey(subject), LogFormat.levelValue(level));
        catalog.level(subject, level);
    }

    private static CompatibilityLevel parseLevel(String name) {
        try {
            return CompatibilityLevel.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new RestError(
                    422,
                    42203,
                    "Invalid compatibility level. Valid values are none, backward, forward, full, and the"
                            + " transitive ones, in capitals; not '" + name + "'");
        }
    }

    private static Schema parse(String text) {
        try {
            return AvroSchemas.parse(text);
        } catch (AvroRuntimeException e) {
            throw RestError.invalidSchema(String.valueOf(e.getMessage()));
        }
    }
}
