package io.journeystream.local.registry;

import io.journeystream.registry.RegistryClient;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.registry.SchemaRegistry;

class ApicurioTest extends SchemaRegistryContract {

    @Override
    SchemaRegistry registry() {
        return RegistryClient.OWN.connect(
                RegistrySettings.of(ApicurioRegistry.shared().url()));
    }
}
