package io.journeystream.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

final class Registries {
    static final Backoff IMPATIENT = new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(5));

    private Registries() {}

    /** A loopback port on which nobody listens. */
    static RegistrySettings nobodyThere() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return RegistrySettings.of("http://localhost:" + socket.getLocalPort())
                    .withBackoff(IMPATIENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
