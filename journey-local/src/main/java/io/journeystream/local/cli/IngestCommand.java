package io.journeystream.local.cli;

import io.journeystream.definitions.Definitions;
import io.journeystream.local.services.EdgeKeys;
import io.journeystream.local.services.IngestKeys;
import io.journeystream.local.services.IngestRun;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Flag;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./journey ingest}: the edge over HTTP in front of a Kafka and a registry that are there already. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Takes in events over HTTP until it is stopped; an event is answered 202 when Kafka has it. The log goes to"
                    + " standard error.",
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
            "  ./journey ingest --config journey.properties --port 8080",
            "  ./journey ingest --bootstrap-server kafka:9092 --registry http://registry:8081 \\",
            "      --host 0.0.0.0 --set ingest.keys=keys"
        })
final class IngestCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ListeningOptions listening = new ListeningOptions();

    @Option(
            names = "--definitions",
            paramLabel = "journeys.yaml",
            description = "Channels, costs and journey types: definitions.")
    private @Nullable String definitions;

    @Override
    public Integer call() throws Exception {
        Configuration configuration = connection.read(flags());
        Definitions defined = DefinitionsOption.in(configuration);
        return Foreground.run(
                new IngestRun(configuration, defined, Clock.systemUTC())::run,
                "stopped; every request under way was answered");
    }

    private Flag[] flags() {
        return listening
                .flags(IngestKeys.HOST, IngestKeys.PORT)
                .with("--definitions", EdgeKeys.DEFINITIONS, definitions)
                .all();
    }
}
