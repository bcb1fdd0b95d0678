package io.journeystream.local.registry;

import io.journeystream.registry.RegistryClient;

class ConfluentRegistryRestartTest extends RegistryRestart {

    @Override
    RegistryClient client() {
        return RegistryClient.CONFLUENT;
    }
}
