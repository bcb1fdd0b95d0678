package io.journeystream.local.cli;

import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.local.services.EdgeKeys;
import io.journeystream.local.services.MonitoringKeys;
import io.journeystream.local.services.StreamsRun;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Flag;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./journey streams}: stitching against a Kafka and a registry that are there already. */
@Command(
        name = "streams",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Runs stitching until it is stopped: reads events from Kafka, publishes journeys, exactly once. Several"
                    + " instances with the same streams.application-id share the work. The log goes to standard error.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "1:failed; one sentence on standard error says why and what to do",
            "2:wrong usage",
            "130:stopped with Ctrl-C, cleanly",
            "143:stopped with SIGTERM, cleanly: what was read is committed or will be read again"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey streams --config journey.properties",
            "  ./journey streams --bootstrap-server kafka:9092 --registry http://registry:8081 \\",
            "      --definitions journeys.yaml --monitoring-port 9100"
        })
final class StreamsCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--definitions",
            paramLabel = "journeys.yaml",
            description =
                    "Channels, costs and journey types, which hold from now on for all instances; without it those"
                            + " that were laid down last: definitions.")
    private @Nullable String definitions;

    @Option(
            names = "--monitoring-port",
            paramLabel = "PORT",
            description = "Port for health and metrics, 0 for a free one: monitoring.port.")
    private @Nullable String monitoringPort;

    @Override
    public Integer call() throws Exception {
        Configuration configuration = connection.read(flags());
        WrittenDefinitions given = configuration
                .find(EdgeKeys.DEFINITIONS)
                .map(DefinitionsOption::read)
                .orElse(null);
        return Foreground.run(
                new StreamsRun(configuration, given, Clock.systemUTC())::run,
                "stopped; what was read is committed, or is read again");
    }

    private Flag[] flags() {
        return new GivenFlags()
                .with("--definitions", EdgeKeys.DEFINITIONS, definitions)
                .with("--monitoring-port", MonitoringKeys.PORT, monitoringPort)
                .all();
    }
}
