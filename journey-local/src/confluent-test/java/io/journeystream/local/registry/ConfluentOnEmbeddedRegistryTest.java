package io.journeystream.local.registry;

import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.registry.RegistryClient;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.registry.SchemaRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ConfluentOnEmbeddedRegistryTest extends SchemaRegistryContract {
    private static LocalStack stack;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(StackSettings.temporary());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Override
    SchemaRegistry registry() {
        return RegistryClient.CONFLUENT.connect(RegistrySettings.of(stack.registryUrl()));
    }
}
