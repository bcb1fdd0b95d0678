package io.journeystream.streams;

import io.journeystream.registry.InMemoryRegistry;
import io.journeystream.registry.RegistryUnavailable;
import io.journeystream.registry.SchemaById;
import io.journeystream.registry.SchemaRegistry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/** A registry that a test can take off the net. */
final class UnreliableRegistry implements SchemaRegistry {
    private final InMemoryRegistry registry = new InMemoryRegistry();
    boolean available = true;

    private InMemoryRegistry reached() {
        if (!available) {
            throw new RegistryUnavailable("the registry is down", null);
        }
        return registry;
    }

    @Override
    public int register(String subject, Schema schema) {
        return reached().register(subject, schema);
    }

    @Override
    public OptionalInt lookup(String subject, Schema schema) {
        return reached().lookup(subject, schema);
    }

    @Override
    public SchemaById schemaById(int id) {
        return reached().schemaById(id);
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        return reached().latest(subject);
    }

    @Override
    public List<String> subjects() {
        return reached().subjects();
    }

    @Override
    public Compatibility compatibility(String subject, Schema schema) {
        return reached().compatibility(subject, schema);
    }
}
