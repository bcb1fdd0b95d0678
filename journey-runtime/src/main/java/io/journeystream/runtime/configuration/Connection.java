package io.journeystream.runtime.configuration;

import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.Backoff;
import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.LookUpOnlyRegistry;
import io.journeystream.registry.RegistryClient;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.registry.RegistrySettings.Credentials;
import io.journeystream.registry.SchemaRegistry;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where Kafka and the registry are, and how to talk to them.
 *
 * @param bootstrapServers {@code host:port} with commas between
 * @param kafka further properties of Kafka's clients
 * @param registry the registry
 * @param client which client of the registry
 * @param registration whether schemas are registered or only looked up
 */
public record Connection(
        String bootstrapServers,
        KafkaProperties kafka,
        RegistrySettings registry,
        RegistryClient client,
        Registration registration) {
    /** Without these there is no connection. */
    public static final List<Setting<?>> NEEDED =
            List.of(ConnectionSettings.BOOTSTRAP_SERVERS, ConnectionSettings.REGISTRY_URL);

    /** What a configuration says, that has been read with {@link #NEEDED}. */
    public static Connection of(Configuration configuration) {
        return new Connection(
                configuration.get(ConnectionSettings.BOOTSTRAP_SERVERS).strip(),
                configuration.kafka(),
                registry(configuration),
                configuration.get(ConnectionSettings.REGISTRY_CLIENT),
                configuration.get(ConnectionSettings.AUTO_REGISTER) ? Registration.REGISTER : Registration.LOOK_UP);
    }

    private static RegistrySettings registry(Configuration configuration) {
        String urls = configuration.get(ConnectionSettings.REGISTRY_URL).stream()
                .map(URI::toString)
                .collect(Collectors.joining(","));
        RegistrySettings settings = RegistrySettings.of(urls);
        Credentials credentials = credentials(configuration, settings.credentials());
        return new RegistrySettings(
                settings.urls(), credentials, configuration.get(ConnectionSettings.REGISTRY_TIMEOUT), Backoff.STANDARD);
    }

    private static @Nullable Credentials credentials(Configuration configuration, @Nullable Credentials inUrl) {
        return configuration
                .find(ConnectionSettings.REGISTRY_USER)
                .map(user -> new Credentials(
                        user,
                        configuration.find(ConnectionSettings.REGISTRY_PASSWORD).orElse("")))
                .orElse(inUrl);
    }

    /**
     * A client of the registry that asks anew each time and may register; does not connect yet.
     *
     * @throws IllegalArgumentException if the client that is asked for is not in this build
     */
    public SchemaRegistry connectRegistry() {
        return client.connect(registry);
    }

    /** A client of the registry for records: remembers what cannot change, and registers only if it may. */
    public SchemaRegistry recordRegistry() {
        SchemaRegistry asking = connectRegistry();
        return new CachingRegistry(registration == Registration.LOOK_UP ? new LookUpOnlyRegistry(asking) : asking);
    }

    /** All properties of a client of a kind, addresses of the brokers included. */
    public Map<String, Object> properties(ClientKind kind) {
        Map<String, Object> properties = new HashMap<>(kafka.of(kind));
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }
}
