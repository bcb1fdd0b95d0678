package io.journeystream.local.registry;

import io.journeystream.registry.RegistryClient;

class RegistryRestartTest extends RegistryRestart {

    @Override
    RegistryClient client() {
        return RegistryClient.OWN;
    }
}
