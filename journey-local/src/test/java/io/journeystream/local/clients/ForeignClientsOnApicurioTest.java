package io.journeystream.local.clients;

import io.journeystream.local.registry.ApicurioRegistry;
import io.journeystream.local.stack.LocalStack;

class ForeignClientsOnApicurioTest extends ForeignClients {

    @Override
    String registryUrl(LocalStack stack) {
        return ApicurioRegistry.shared().url();
    }
}
