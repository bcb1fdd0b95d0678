package io.journeystream.local.cli;

import io.journeystream.definitions.Definitions;
import io.journeystream.local.services.EdgeKeys;
import io.journeystream.local.services.ServeKeys;
import io.journeystream.local.services.ServeRun;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Flag;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./journey serve}: who is whom over HTTP, from a Kafka and a registry that are there already. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Answers over HTTP who is whom and why, and takes in what people lay down about it, until it is stopped: what"
                    + " ./journey identity and ./journey explain do. The log goes to standard error.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "1:failed; one sentence on standard error says why and what to do",
            "2:wrong usage",
            "130:stopped with Ctrl-C, cleanly",
            "143:stopped with SIGTERM, cleanly: every request under way was answered"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey serve --config journey.properties --port 8083",
            "  ./journey serve --bootstrap-server kafka:9092 --registry http://registry:8081 \\",
            "      --host 0.0.0.0 --set serve.keys=keys"
        })
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ListeningOptions listening = new ListeningOptions();

    @Option(
            names = "--definitions",
            paramLabel = "journeys.yaml",
            description = "Those that streams runs with: definitions.")
    private @Nullable String definitions;

    @Override
    public Integer call() throws Exception {
        Configuration configuration = connection.read(flags());
        Definitions defined = DefinitionsOption.in(configuration);
        return Foreground.run(
                new ServeRun(configuration, defined, Clock.systemUTC())::run,
                "stopped; every request under way was answered");
    }

    private Flag[] flags() {
        return listening
                .flags(ServeKeys.HOST, ServeKeys.PORT)
                .with("--definitions", EdgeKeys.DEFINITIONS, definitions)
                .all();
    }
}
