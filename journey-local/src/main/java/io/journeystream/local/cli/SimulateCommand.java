package io.journeystream.local.cli;

import io.journeystream.local.Failure;
import io.journeystream.local.demo.LiveFeed;
import io.journeystream.local.demo.RemoteEdge;
import io.journeystream.local.view.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./journey simulate}: a service organisation that sends its events to a running ingest. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Sends the events of a simulated service organisation to an ingest that is running: those of the last days"
                    + " at once, and from then on what happens now. Ends with Ctrl-C, or with --for.",
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
            "  ./journey simulate --to http://127.0.0.1:8080",
            "  ./journey simulate --to https://ingest.example.org --key-file key --since 2d --for 10m"
        })
final class SimulateCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--to", paramLabel = "URL", required = true, description = "Address of ingest.")
    private URI to = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "File with the API key, where ingest asks for one; without it the variable JOURNEY_API_KEY.")
    private @Nullable Path keyFile;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = TimeSpan.class,
            defaultValue = "6d",
            description = "How much of the past is sent (default: ${DEFAULT-VALUE}); ingest refuses what is older than"
                    + " its ingest.lateness.")
    private Duration since = Duration.ofDays(6);

    @Option(
            names = "--issues",
            paramLabel = "N",
            defaultValue = "300",
            description = "Concerns that arise on an average day (default: ${DEFAULT-VALUE}).")
    private int issues;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = TimeSpan.class,
            description = "Ends after that time, such as 30s or 5m; without it with Ctrl-C.")
    private @Nullable Duration runFor;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed simulates the same organisation (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    private CommandSpec spec;

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (to.getHost() == null) {
            throw misuse("--to must be an address such as http://127.0.0.1:8080, was " + to);
        }
        if (issues < 1) {
            throw misuse("--issues must be at least 1, was " + issues);
        }
        Clock clock = Clock.systemUTC();
        RemoteEdge edge = new RemoteEdge(to, key(), this::say);
        LiveFeed feed = new LiveFeed(seed, clock.instant().minus(since), issues, edge, clock, this::say);
        feed.runUntil(runFor == null ? Instant.MAX : clock.instant().plus(runFor));
        return ExitCodes.DONE;
    }

    private ParameterException misuse(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private @Nullable String key() {
        if (keyFile == null) {
            return System.getenv("JOURNEY_API_KEY");
        }
        try {
            return Files.readString(keyFile).strip();
        } catch (IOException e) {
            throw new Failure("the key in " + keyFile + " cannot be read: does the file exist?", e);
        }
    }

    private void say(String line) {
        console.err().println(line);
        console.err().flush();
    }
}
