package io.journeystream.local.services;

import io.journeystream.local.Failure;
import io.journeystream.registry.RegistryRefused;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.registry.RegistryUnavailable;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Reaches the registry: waits while it is away, and refuses what no waiting would mend. */
final class RegistryReach {
    private final RegistrySettings settings;

    RegistryReach(RegistrySettings settings) {
        this.settings = settings;
    }

    /**
     * Asks until there is an answer.
     *
     * @throws Failure if the registry refuses, or no waiting would help
     */
    <T> T ask(Supplier<T> question) throws InterruptedException {
        AtomicReference<@Nullable T> answer = new AtomicReference<>();
        new Waiting("the schema registry at " + settings.urls()).until(() -> trouble(question, answer));
        return Objects.requireNonNull(answer.get());
    }

    private <T> Optional<String> trouble(Supplier<T> question, AtomicReference<@Nullable T> answer) {
        try {
            answer.set(question.get());
            return Optional.empty();
        } catch (RegistryRefused e) {
            throw new Failure(e.getMessage() + "; check registry.url, registry.user and registry.password", e);
        } catch (RegistryUnavailable e) {
            if (isBehind(UnresolvedAddressException.class, e)) {
                throw new Failure(
                        "no address is known for the registry at " + settings.urls()
                                + "; check the host name in registry.url, and that this machine can resolve it",
                        e);
            }
            if (isBehind(SSLException.class, e)) {
                throw new Failure(
                        "no secure connection to the registry at " + settings.urls() + ": " + KafkaReach.rootMessage(e)
                                + "; check https or http in registry.url, and that Java trusts the certificate"
                                + " (JOURNEY_JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE)",
                        e);
            }
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isBehind(Class<? extends Exception> kind, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
