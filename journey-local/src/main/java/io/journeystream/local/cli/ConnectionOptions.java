package io.journeystream.local.cli;

import io.journeystream.local.Failure;
import io.journeystream.local.services.AllSettings;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.ConfigurationReader;
import io.journeystream.runtime.configuration.Configured;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.runtime.configuration.ConnectionSettings;
import io.journeystream.runtime.configuration.Environment;
import io.journeystream.runtime.configuration.Flag;
import io.journeystream.runtime.configuration.Mistake;
import io.journeystream.runtime.configuration.PropertiesFile;
import io.journeystream.runtime.configuration.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command's settings come from: a flag wins over the environment, that over the file, that over the default. */
final class ConnectionOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file with settings; without it the variable " + Environment.FILE + " names one."
                    + " See ./journey settings.")
    private @Nullable Path file;

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description = "Brokers of Kafka, with commas between: kafka.bootstrap.servers.")
    private @Nullable String bootstrapServers;

    @Option(names = "--registry", paramLabel = "URL", description = "Address of the schema registry: registry.url.")
    private @Nullable String registry;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any other setting, such as registry.timeout=5s or kafka.security.protocol=SSL; may be given"
                    + " again and again.")
    private List<String> assignments = new ArrayList<>();

    /** Whether the command line says anything of a connection. */
    boolean isGiven() {
        return file != null || bootstrapServers != null || registry != null || !assignments.isEmpty();
    }

    /**
     * Everything given, with further flags of the command.
     *
     * @throws Failure that lists every mistake
     */
    Configuration read(Flag... others) {
        Map<String, String> environment = System.getenv();
        List<Flag> flags = new ArrayList<>(List.of(others));
        if (bootstrapServers != null) {
            flags.add(new Flag("--bootstrap-server", ConnectionSettings.BOOTSTRAP_SERVERS.key(), bootstrapServers));
        }
        if (registry != null) {
            flags.add(new Flag("--registry", ConnectionSettings.REGISTRY_URL.key(), registry));
        }
        List<Source> weakestFirst = List.of(
                file(environment),
                Environment.read(environment, AllSettings.CATALOGUE),
                Flag.source(flags, assignments));
        return accepted(ConfigurationReader.read(AllSettings.CATALOGUE, weakestFirst, Connection.NEEDED));
    }

    private Source file(Map<String, String> environment) {
        String named = environment.getOrDefault(Environment.FILE, "");
        if (file != null) {
            return PropertiesFile.read(file);
        }
        return named.isBlank() ? Source.NONE : PropertiesFile.read(Path.of(named));
    }

    private static Configuration accepted(Configured configured) {
        if (configured instanceof Configuration configuration) {
            return configuration;
        }
        List<String> mistakes = ((Configured.Refused) configured)
                .mistakes().stream().map(Mistake::toString).toList();
        throw new Failure(
                "the configuration has " + (mistakes.size() == 1 ? "a mistake" : mistakes.size() + " mistakes")
                        + " (./journey settings lists what there is)",
                mistakes);
    }
}
