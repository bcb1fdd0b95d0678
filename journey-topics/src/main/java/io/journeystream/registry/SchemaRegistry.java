package io.journeystream.registry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/**
 * Where writers leave their schemas and readers find them. Safe for use by many threads.
 *
 * <p>Three outcomes are never confused: what the registry does not have is a value; an outage is
 * {@link RegistryUnavailable} (try again, lose nothing); a refusal, such as an incompatible schema or a wrong password,
 * is {@link RegistryRefused} (trying again does not help).
 */
public interface SchemaRegistry {

    /**
     * Registers a schema under a subject, or finds it there; doing so twice gives the same id.
     *
     * @return its id, unique in the whole registry
     * @throws RegistryRefused if it is incompatible with the versions before it
     */
    int register(String subject, Schema schema);

    /** The id of exactly this schema under the subject; empty if it is not registered there. */
    OptionalInt lookup(String subject, Schema schema);

    /** The schema that the id in a record's header stands for. */
    SchemaById schemaById(int id);

    /** The newest version of the subject; empty if the subject is unknown. */
    Optional<RegisteredSchema> latest(String subject);

    /** Names of all subjects, in no particular order. */
    List<String> subjects();

    /** Whether the schema could be registered as the next version of the subject; a new subject takes any. */
    Compatibility compatibility(String subject, Schema schema);

    /** What new versions of the subject owe to earlier ones; empty if this registry does not say. */
    default Optional<CompatibilityLevel> level(String subject) {
        return Optional.empty();
    }

    /**
     * A version of a subject.
     *
     * @param version from 1 within its subject
     */
    record RegisteredSchema(String subject, int version, int id, Schema schema) {}

    /**
     * Answer to a compatibility check.
     *
     * @param problems what readers or writers would stumble over; empty if compatible, and empty too where a registry
     *     does not say
     */
    record Compatibility(boolean compatible, List<String> problems) {
        public Compatibility {
            problems = List.copyOf(problems);
        }
    }
}
