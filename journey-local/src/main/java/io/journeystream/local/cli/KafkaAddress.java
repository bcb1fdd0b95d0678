package io.journeystream.local.cli;

import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.HttpSchemaRegistry;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.registry.SchemaRegistry;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where Kafka and the registry are. */
final class KafkaAddress {
    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            required = true,
            description = "Brokers to ask first, several separated by commas.")
    private String bootstrapServers = "";

    @Option(names = "--registry", paramLabel = "URL", required = true, description = "Base address of the registry.")
    private String registryUrl = "";

    String bootstrapServers() {
        return bootstrapServers;
    }

    Map<String, Object> consumer() {
        return Map.of("bootstrap.servers", bootstrapServers);
    }

    SchemaRegistry registry() {
        return new CachingRegistry(new HttpSchemaRegistry(RegistrySettings.of(registryUrl)));
    }
}
