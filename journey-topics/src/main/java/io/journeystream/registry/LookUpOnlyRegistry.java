package io.journeystream.registry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/** A registry in which this program registers nothing: somebody else does, before a new version is rolled out. */
public final class LookUpOnlyRegistry implements SchemaRegistry {
    private final SchemaRegistry registry;

    public LookUpOnlyRegistry(SchemaRegistry registry) {
        this.registry = registry;
    }

    /**
     * The id of the schema that is there.
     *
     * @throws RegistryRefused if it is not there
     */
    @Override
    public int register(String subject, Schema schema) {
        return registry.lookup(subject, schema)
                .orElseThrow(() ->
                        new RegistryRefused("the schema " + schema.getFullName() + " is not registered under " + subject
                                + ", and this program may not: register it with `./journey schemas register`"));
    }

    @Override
    public OptionalInt lookup(String subject, Schema schema) {
        return registry.lookup(subject, schema);
    }

    @Override
    public SchemaById schemaById(int id) {
        return registry.schemaById(id);
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        return registry.latest(subject);
    }

    @Override
    public List<String> subjects() {
        return registry.subjects();
    }

    @Override
    public Compatibility compatibility(String subject, Schema schema) {
        return registry.compatibility(subject, schema);
    }

    @Override
    public Optional<CompatibilityLevel> level(String subject) {
        return registry.level(subject);
    }
}
