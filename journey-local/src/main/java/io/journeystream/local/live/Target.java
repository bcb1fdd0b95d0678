package io.journeystream.local.live;

import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.HttpSchemaRegistry;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.registry.SchemaRegistry;

/**
 * A running system, as others reach it.
 *
 * @param bootstrapServers of Kafka
 * @param registryUrl of the schema registry
 */
public record Target(String bootstrapServers, String registryUrl) {

    /** @throws IllegalArgumentException if the address cannot be one */
    SchemaRegistry registry() {
        return new CachingRegistry(new HttpSchemaRegistry(RegistrySettings.of(registryUrl)));
    }
}
