package io.journeystream.local.cli;

import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.ingest.http.IngestSettings;
import io.journeystream.local.Stopped;
import io.journeystream.local.pipeline.PipelineSettings;
import io.journeystream.local.pipeline.StandingPipeline;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.local.view.Console;
import io.journeystream.serve.alerts.watch.WatchSettings;
import io.journeystream.streams.health.HealthPace;
import io.journeystream.streams.publishing.Pace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./journey local}: everything in one process, for one's own events. */
@Command(
        name = "local",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Runs Kafka, schema registry, ingest and streams in one process on this machine until it is stopped, and takes"
                    + " in your own events over HTTP. For trying and developing: one broker, one copy.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "1:failed; one sentence on standard error says why and what to do",
            "2:wrong usage",
            "130:stopped with Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey local --data journey-data",
            "  ./journey local --port 18080 --kafka-port 19092 --registry-port 18081 --definitions journeys.yaml"
        })
final class LocalCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keeps everything there; without it in a temporary directory, deleted at the end.")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = Port.class,
            defaultValue = "8080",
            description = "Port for events over HTTP; 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            converter = Port.class,
            defaultValue = "9092",
            description = "Port of Kafka; 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int kafkaPort;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            converter = Port.class,
            defaultValue = "8081",
            description = "Port of the schema registry; 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int registryPort;

    @Option(
            names = "--definitions",
            paramLabel = "journeys.yaml",
            description =
                    "Channels, costs and journey types; without it each intent is a journey type and nothing costs.")
    private @Nullable Path definitions;

    @Mixin
    private final IdentifierOptions identifiers = new IdentifierOptions();

    LocalCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        WrittenDefinitions written = DefinitionsOption.read(definitions);
        StackSettings stack = data == null ? StackSettings.temporary() : StackSettings.in(data);
        PipelineSettings pipeline = new PipelineSettings(
                stack.withPorts(kafkaPort, registryPort),
                written,
                Pace.STANDARD,
                HealthPace.STANDARD,
                Clock.systemUTC(),
                WatchSettings.STANDARD_PATIENCE);
        IngestSettings edge = IngestSettings.local(port, "")
                .with(identifiers.settings(written.definitions().identity()));
        try {
            new StandingPipeline(pipeline, edge, console).run();
            return ExitCodes.DONE;
        } catch (Exception e) {
            throw Interruption.isBehind(e) ? new Stopped("stopped", e) : e;
        }
    }
}
