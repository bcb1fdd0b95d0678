package io.journeystream.local.registry;

import io.journeystream.registry.InMemoryRegistry;
import io.journeystream.registry.SchemaRegistry;

class InMemoryRegistryTest extends SchemaRegistryContract {
    private final SchemaRegistry registry = new InMemoryRegistry();

    @Override
    SchemaRegistry registry() {
        return registry;
    }
}
