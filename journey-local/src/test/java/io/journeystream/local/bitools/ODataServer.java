package io.journeystream.local.bitools;

import io.journeystream.definitions.Definitions;
import io.journeystream.local.http.Caller;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.RegistryClient;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.runtime.configuration.KafkaProperties;
import io.journeystream.runtime.http.HttpSettings;
import io.journeystream.runtime.keys.ApiKey;
import io.journeystream.runtime.keys.Scope;
import io.journeystream.serve.http.AlertAccess;
import io.journeystream.serve.http.ServeService;
import io.journeystream.serve.http.ServeSettings;
import io.journeystream.serve.http.ServeSettings.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code ./journey serve} with the feeds, and without a Kafka: what OData tells needs none. */
final class ODataServer implements AutoCloseable {
    static final String ALL = "key-of-everybody";
    static final String BILLING = "key-of-billing";
    static final String OTHER_SCOPE = "key-for-metrics";

    private final ServeService service;

    private ODataServer(ServeService service) {
        this.service = service;
    }

    /** @param directory for its file of keys; null for a server that needs none */
    static ODataServer start(HealthDatabase database, @Nullable Path directory) throws IOException {
        String nowhere = "127.0.0.1:1";
        RegistrySettings registry = RegistrySettings.of("http://" + nowhere);
        ServeSettings settings = new ServeSettings(
                HttpSettings.at("127.0.0.1", 0),
                new Connection(nowhere, KafkaProperties.NONE, registry, RegistryClient.OWN, Registration.REGISTER),
                Definitions.STANDARD,
                written -> Optional.empty(),
                "journeystream-stitching",
                directory == null ? null : keys(directory),
                Limits.STANDARD);
        return new ODataServer(ServeService.listen(
                settings,
                new CachingRegistry(RegistryClient.OWN.connect(registry)),
                nobodyIsAlerted(),
                database.source(),
                Clock.systemUTC()));
    }

    private static AlertAccess nobodyIsAlerted() {
        return new AlertAccess(
                to -> {},
                subscription -> {
                    throw new IllegalStateException("nobody is alerted here");
                },
                Clock.systemUTC());
    }

    private static Path keys(Path directory) throws IOException {
        return Files.write(
                directory.resolve("keys.txt"),
                List.of(
                        key("everybody", ALL, Scope.FEEDS_READ, Set.of()),
                        key("billing", BILLING, Scope.FEEDS_READ, Set.of("team-billing")),
                        key("metrics", OTHER_SCOPE, Scope.MONITORING_READ, Set.of())));
    }

    private static String key(String name, String secret, Scope scope, Set<String> teams) {
        return new ApiKey(name, ApiKey.hashOf(secret), Set.of(scope), Set.of(), teams).line();
    }

    String root() {
        return "http://127.0.0.1:" + service.port() + "/odata/v4";
    }

    Caller caller() {
        return new Caller(service.port());
    }

    @Override
    public void close() {
        service.close();
    }
}
