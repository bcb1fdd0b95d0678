package io.journeystream.registry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;

/**
 * Remembers what cannot change: the schema of an id, the id of a schema. That an id is unknown is believed for half a
 * minute only, so that a flood of bad records does not become a flood of requests, yet a registry that lags behind its
 * leader is asked again.
 */
public final class CachingRegistry implements SchemaRegistry {
    private static final long UNKNOWN_FOR_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int MOST_UNKNOWN = 10_000;

    private final SchemaRegistry registry;
    private final LongSupplier nanoTime;
    private final Map<Integer, SchemaById> schemas = new ConcurrentHashMap<>();
    private final Map<Integer, Long> unknownSince = new ConcurrentHashMap<>();
    private final Map<SubjectSchema, Integer> ids = new ConcurrentHashMap<>();

    public CachingRegistry(SchemaRegistry registry) {
        this(registry, System::nanoTime);
    }

    CachingRegistry(SchemaRegistry registry, LongSupplier nanoTime) {
        this.registry = registry;
        this.nanoTime = nanoTime;
    }

    /** The text, since two schemas that differ in their docs only are equal to Avro, yet two versions. */
    private record SubjectSchema(String subject, String schema) {
        SubjectSchema(String subject, Schema schema) {
            this(subject, schema.toString());
        }
    }

    @Override
    public int register(String subject, Schema schema) {
        SubjectSchema key = new SubjectSchema(subject, schema);
        Integer known = ids.get(key);
        if (known != null) {
            return known;
        }
        int id = registry.register(subject, schema);
        ids.put(key, id);
        return id;
    }

    @Override
    public OptionalInt lookup(String subject, Schema schema) {
        SubjectSchema key = new SubjectSchema(subject, schema);
        Integer known = ids.get(key);
        if (known != null) {
            return OptionalInt.of(known);
        }
        OptionalInt found = registry.lookup(subject, schema);
        found.ifPresent(id -> ids.put(key, id));
        return found;
    }

    @Override
    public SchemaById schemaById(int id) {
        SchemaById known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Long since = unknownSince.get(id);
        if (since != null && nanoTime.getAsLong() - since < UNKNOWN_FOR_NANOS) {
            return new SchemaById.Unknown();
        }
        return remember(id, registry.schemaById(id));
    }

    private SchemaById remember(int id, SchemaById found) {
        if (found instanceof SchemaById.Unknown) {
            if (unknownSince.size() >= MOST_UNKNOWN) {
                unknownSince.clear();
            }
            unknownSince.put(id, nanoTime.getAsLong());
        } else {
            unknownSince.remove(id);
            schemas.put(id, found);
        }
        return found;
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
