package io.journeystream.local.cli;

import io.journeystream.definitions.Definitions;
import io.journeystream.local.Failure;
import io.journeystream.local.machine.CannotStart;
import io.journeystream.local.services.StartUp;
import io.journeystream.local.services.StreamsKeys;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.local.verification.TrialPage;
import io.journeystream.local.view.Console;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.serve.definitions.LaidDownDefinitions;
import io.journeystream.serve.verification.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./journey definitions try}: what other definitions would give. */
@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Computes journeys and their health from all events in Kafka twice, by the definitions that hold and by a new"
                    + " file, and shows both. Publishes nothing. Keeps all events in memory: about 2 kB each"
                    + " (JOURNEY_JAVA_OPTS=-Xmx8g for more).",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; one sentence on standard error says why and what to do",
            "2:wrong usage",
            "130:interrupted with Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey definitions try journeys-new.yaml --since 30d --config journey.properties",
            "  ./journey definitions try journeys-new.yaml --data demo-data",
        })
final class DefinitionsTryCommand implements Callable<Integer> {
    /** Of the streams of demo, local and analyze. */
    private static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(5);

    private static final Clock CLOCK = Clock.systemUTC();

    private final Console console;

    @Parameters(paramLabel = "journeys.yaml", description = "The new file.")
    private @Nullable Path file;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "A directory that demo, local or analyze has kept and nobody is using now: its Kafka is started"
                            + " for as long as this takes.")
    private @Nullable Path data;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = When.Converter.class,
            description = "Only journeys that began from then on: an instant, or how long ago, such as 30d.")
    private @Nullable When since;

    @Option(
            names = "--differences",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many journeys to show that differ; all are counted (default: ${DEFAULT-VALUE}).")
    private int most = 3;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json: for each type and each of the two the health record over the whole time, one"
                    + " object a line (default: ${DEFAULT-VALUE}).")
    private Shape output = Shape.TEXT;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    DefinitionsTryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Definitions then = DefinitionsOption.read(Objects.requireNonNull(file)).definitions();
        if (data == null) {
            Configuration configuration = connection.read();
            Connection to = Connection.of(configuration);
            SchemaRegistry registry = StartUp.recordRegistry(to);
            Definitions now = DefinitionsOption.inForce(configuration, to, registry);
            compare(
                    to.properties(ClientKind.CONSUMER),
                    registry,
                    configuration.get(StreamsKeys.FUTURE_TOLERANCE),
                    now,
                    then);
        } else {
            tryKept(data, then);
        }
        return ExitCodes.DONE;
    }

    private void tryKept(Path directory, Definitions then) {
        if (!Files.isDirectory(directory)) {
            throw new Failure(
                    directory + " is no directory: give one that demo, local or analyze has kept with --data");
        }
        console.status("starting the Kafka in " + directory + " ...");
        try (LocalStack stack = LocalStack.start(StackSettings.in(directory))) {
            Map<String, Object> kafka = Map.of("bootstrap.servers", stack.bootstrapServers());
            Definitions now = LaidDownDefinitions.inForce(kafka, stack.schemaRegistry(), Definitions.STANDARD);
            compare(kafka, stack.schemaRegistry(), FUTURE_TOLERANCE, now, then);
        } catch (CannotStart e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    private void compare(
            Map<String, ?> kafka, SchemaRegistry registry, Duration tolerance, Definitions now, Definitions then) {
        try (Trial trial = new Trial(
                kafka, registry, tolerance, since == null ? null : since.at(CLOCK.instant()), console.err()::println)) {
            Trial.Outcome outcome = trial.compare(now, then);
            (output == Shape.TEXT ? TrialPage.lines(outcome, most) : TrialPage.json(outcome))
                    .forEach(console.out()::println);
            console.out().flush();
        }
    }
}
