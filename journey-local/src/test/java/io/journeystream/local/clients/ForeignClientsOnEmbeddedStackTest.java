package io.journeystream.local.clients;

import io.journeystream.local.stack.LocalStack;

class ForeignClientsOnEmbeddedStackTest extends ForeignClients {

    @Override
    String registryUrl(LocalStack stack) {
        return stack.registryUrl();
    }
}
