package io.journeystream.local.cli;

import io.journeystream.definitions.Definitions;
import io.journeystream.local.Stopped;
import io.journeystream.local.logging.Logs;
import io.journeystream.local.services.EdgeKeys;
import io.journeystream.local.services.ServeKeys;
import io.journeystream.local.services.ServeRun;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Flag;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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

    @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on: serve.host.")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on, 0 for a free one: serve.port.")
    private @Nullable String port;

    @Option(
            names = "--definitions",
            paramLabel = "journeys.yaml",
            description = "Those that streams runs with: definitions.")
    private @Nullable String definitions;

    @Override
    public Integer call() throws Exception {
        Configuration configuration = connection.read(flags());
        Definitions defined = DefinitionsOption.in(configuration);
        Logs.toStandardError();
        try {
            new ServeRun(configuration, defined, Clock.systemUTC()).run();
            return ExitCodes.DONE;
        } catch (Exception e) {
            throw Interruption.isBehind(e) ? new Stopped("stopped; every request under way was answered", e) : e;
        }
    }

    private Flag[] flags() {
        List<Flag> flags = new ArrayList<>();
        if (host != null) {
            flags.add(new Flag("--host", ServeKeys.HOST.key(), host));
        }
        if (port != null) {
            flags.add(new Flag("--port", ServeKeys.PORT.key(), port));
        }
        if (definitions != null) {
            flags.add(new Flag("--definitions", EdgeKeys.DEFINITIONS.key(), definitions));
        }
        return flags.toArray(Flag[]::new);
    }
}
