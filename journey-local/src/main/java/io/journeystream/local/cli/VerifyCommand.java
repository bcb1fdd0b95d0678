package io.journeystream.local.cli;

import io.journeystream.definitions.Definitions;
import io.journeystream.local.Failure;
import io.journeystream.local.services.StartUp;
import io.journeystream.local.services.StreamsKeys;
import io.journeystream.local.verification.FindingsPage;
import io.journeystream.local.view.Console;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.serve.verification.Findings;
import io.journeystream.serve.verification.Unread;
import io.journeystream.serve.verification.Verification;
import io.journeystream.serve.verification.VerificationSettings;
import io.journeystream.streams.HealthService;
import io.journeystream.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./journey verify}: whether what streams published is what the events say. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Computes journeys, identities, journey health and the journey map again from the events and commands in"
                    + " Kafka, all at once, and compares them with what streams has published. Changes nothing. Keeps all"
                    + " events in memory: about 2 kB each (JOURNEY_JAVA_OPTS=-Xmx8g for more).",
            "On a system at work it waits until streams has read what is there, leaves out what changes just then, and"
                    + " looks again where something differs: only what differs three times is told.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is published as the events say",
            "1:it could not be verified; one sentence on standard error says why and what to do",
            "2:wrong usage",
            "4:something differs, and is told",
            "130:interrupted with Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey verify --config journey.properties",
            "  ./journey verify --data demo-data --since 30d",
        })
final class VerifyCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Clock CLOCK = Clock.systemUTC();

    /** What streams and health need at most to publish what they have read. */
    private static final Duration PUBLISHING = Duration.ofSeconds(5);

    private final Console console;

    @Option(names = "--data", paramLabel = "DIR", description = KeptData.DESCRIPTION)
    private @Nullable Path data;

    @Option(
            names = "--definitions",
            paramLabel = "journeys.yaml",
            description = "By these definitions instead of those that were laid down in Kafka last, as streams does at"
                    + " its start.")
    private @Nullable Path definitions;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = When.Converter.class,
            description = "Compares journeys and cohorts that began from then on, and no identities: an instant, or how"
                    + " long ago, such as 30d.")
    private @Nullable When since;

    @Option(
            names = "--differences",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many differences to print; all are counted (default: ${DEFAULT-VALUE}).")
    private int most = 20;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        return data == null ? verifyRunning() : verifyKept(data);
    }

    private int verifyRunning() throws InterruptedException {
        Configuration configuration = connection.read();
        Connection to = Connection.of(configuration);
        SchemaRegistry registry = StartUp.recordRegistry(to);
        awaitStreams(to, configuration.get(StreamsKeys.APPLICATION_ID));
        return verify(
                to.properties(ClientKind.CONSUMER),
                registry,
                new VerificationSettings(
                        given().orElseGet(() -> DefinitionsOption.inForce(configuration, to, registry)),
                        configuration.get(StreamsKeys.FUTURE_TOLERANCE),
                        from(),
                        true));
    }

    private void awaitStreams(Connection to, String stitching) throws InterruptedException {
        try (Admin admin = Admin.create(to.properties(ClientKind.ADMIN))) {
            for (Unread unread : List.of(
                    new Unread(stitching, Topics.PARTITIONED_ALIKE),
                    new Unread(HealthService.applicationId(stitching), List.of(Topics.JOURNEYS, Topics.DEFINITIONS)))) {
                long behind =
                        unread.await(admin, PATIENCE, sentence -> console.err().println(sentence));
                if (behind > 0) {
                    throw new Failure(
                            "the group " + unread.group() + " has " + behind
                                    + " records still to read, so what is published cannot be whole: see whether ./journey"
                                    + " streams runs, under this streams.application-id, and verify again when it has caught up");
                }
            }
        }
        Thread.sleep(PUBLISHING.toMillis());
    }

    private int verifyKept(Path directory) throws InterruptedException {
        Optional<Definitions> given = given();
        try (KeptData kept = KeptData.open(directory, console)) {
            return verify(
                    kept.kafka(),
                    kept.registry(),
                    new VerificationSettings(
                            given.orElseGet(kept::definitions), KeptData.FUTURE_TOLERANCE, from(), false));
        }
    }

    private Optional<Definitions> given() {
        return Optional.ofNullable(definitions)
                .map(file -> DefinitionsOption.read(file).definitions());
    }

    private @Nullable Instant from() {
        return since == null ? null : since.at(Instant.now(CLOCK));
    }

    private int verify(Map<String, ?> kafka, SchemaRegistry registry, VerificationSettings settings)
            throws InterruptedException {
        console.status("computing from all events what should be published ...");
        try (Verification verification = new Verification(
                kafka, registry, settings, CLOCK, sentence -> console.err().println(sentence))) {
            Findings findings = verification.run();
            if (definitions != null && findings.journeys() > 0 && findings.otherDefinitions() == findings.journeys()) {
                throw new Failure("all " + findings.journeys() + " journeys were computed with other definitions than "
                        + settings.definitions().version()
                        + ": leave --definitions out for those that were laid down");
            }
            FindingsPage.lines(findings, most).forEach(console.out()::println);
            return findings.isClean() ? ExitCodes.DONE : ExitCodes.DIFFERENT;
        }
    }
}
