package io.journeystream.local.cli;

import io.journeystream.definitions.Definitions;
import io.journeystream.local.services.StartUp;
import io.journeystream.local.services.StreamsKeys;
import io.journeystream.local.verification.TrialPage;
import io.journeystream.local.view.Console;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.serve.verification.Trial;
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
    private static final Clock CLOCK = Clock.systemUTC();

    private final Console console;

    @Parameters(paramLabel = "journeys.yaml", description = "The new file.")
    private @Nullable Path file;

    @Option(names = "--data", paramLabel = "DIR", description = KeptData.DESCRIPTION)
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
        try (KeptData kept = KeptData.open(directory, console)) {
            compare(kept.kafka(), kept.registry(), KeptData.FUTURE_TOLERANCE, kept.definitions(), then);
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
