package io.journeystream.local.cli;

import io.journeystream.local.demo.Demo;
import io.journeystream.local.demo.DemoSettings;
import io.journeystream.local.view.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./journey demo}: the whole system live, fed by a simulated service organisation. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Runs everything live on this machine, fed by a simulated service organisation whose time runs fast, and"
                    + " shows journeys and their measures as they move. Ends with Ctrl-C, or with --for.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ended as asked for, with --for",
            "1:failed; one sentence on standard error says why and what to do",
            "2:wrong usage",
            "130:ended with Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey demo --for 30s",
            "  ./journey demo --data demo-data --kafka-port 9092 --registry-port 8081",
            "  ./journey demo --speed 1h --seed 7"
        })
final class DemoCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = TimeSpan.class,
            description = "Ends after that time, such as 30s or 5m; without it with Ctrl-C.")
    private @Nullable Duration runFor;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keeps everything there and goes on from where the last demo in it ended; without it in a"
                    + " temporary directory.")
    private @Nullable Path data;

    @Option(
            names = "--speed",
            paramLabel = "TIME",
            converter = TimeSpan.class,
            defaultValue = "1d",
            description = "Simulated time that passes in a second (default: ${DEFAULT-VALUE}).")
    private Duration speed = Duration.ofDays(1);

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed simulates the same customers (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--definitions",
            paramLabel = "journeys.yaml",
            description = "Channels, costs and journey types; without it the simulated organisation's own.")
    private @Nullable Path definitions;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            converter = Port.class,
            defaultValue = "0",
            description = "Port of Kafka on this machine; 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int kafkaPort;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            converter = Port.class,
            defaultValue = "0",
            description = "Port of the schema registry on this machine; 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int registryPort;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        DemoSettings settings = new DemoSettings(
                runFor,
                data,
                speed,
                seed,
                definitions == null ? null : DefinitionsOption.read(definitions),
                kafkaPort,
                registryPort);
        boolean interrupted = new Demo(settings, console, Clock.systemUTC()).run();
        return interrupted ? ExitCodes.INTERRUPTED : ExitCodes.DONE;
    }
}
