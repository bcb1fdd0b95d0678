package io.journeystream.local.outages;

import io.journeystream.local.registry.EmbeddedRegistry;
import java.util.concurrent.CountDownLatch;

/** The schema registry alone. Arguments: addresses of the brokers, port. */
final class RegistryMain {
    private RegistryMain() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedRegistry.start(arguments[0], Integer.parseInt(arguments[1]));
        new CountDownLatch(1).await();
    }
}
