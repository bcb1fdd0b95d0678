package io.journeystream.local.cli;

import io.journeystream.definitions.Definitions;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.ingest.mapping.InvalidMapping;
import io.journeystream.ingest.mapping.Mapping;
import io.journeystream.ingest.producing.EventProducer;
import io.journeystream.ingest.producing.NotKept;
import io.journeystream.ingest.producing.ProducerSettings;
import io.journeystream.ingest.rejects.Address;
import io.journeystream.ingest.rejects.RejectLog;
import io.journeystream.ingest.rejects.Replay;
import io.journeystream.ingest.rejects.ReplayCounts;
import io.journeystream.ingest.rejects.ReplaySettings;
import io.journeystream.ingest.rejects.StoredReject;
import io.journeystream.local.Failure;
import io.journeystream.local.rejects.ReplayReport;
import io.journeystream.local.services.EdgeKeys;
import io.journeystream.local.services.StartUp;
import io.journeystream.local.view.Console;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./journey rejects replay}: refused input goes through the one path again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Puts refused input through the one path of all input again, as history: too late does not count. Rows need"
                    + " the mapping; records that streams refused go back into their topic as they were. What is still"
                    + " refused is told and stays the reject it is; what goes in twice drops as duplicate.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all of it went in, or was left out by the mapping",
            "1:failed",
            "2:wrong usage",
            "3:done, but some is still refused or cannot be replayed; it was told which and why"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey rejects replay --file calls.csv --mapping mended.jsonata --dry-run ...",
            "  ./journey rejects replay 0:17 2:4 ...",
            "  ./journey rejects replay --reason UNKNOWN_SCHEMA --since 1d ..."
        })
final class RejectsReplayCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ADDRESS",
            arity = "0..*",
            converter = AddressConverter.class,
            description = "Partition and offset, such as 0:17; or give filters, or --all.")
    private List<Address> addresses = new ArrayList<>();

    @Mixin
    private final ConnectionOptions options = new ConnectionOptions();

    @Mixin
    private final RejectFilterOptions filter = new RejectFilterOptions();

    @Option(names = "--all", description = "Everything there is.")
    private boolean all;

    @Option(
            names = "--mapping",
            paramLabel = "M.jsonata",
            description =
                    "JSONata expression from a row to native events, for columns and JSON rows; without it JSON is"
                            + " native events.")
    private @Nullable Path mapping;

    @Option(
            names = "--timezone",
            paramLabel = "ZONE",
            converter = ExportOptions.Zone.class,
            defaultValue = "UTC",
            description = "Zone of local times, for the mapping (default: ${DEFAULT-VALUE}).")
    private ZoneId timezone = ZoneId.of("UTC");

    @Option(names = "--dry-run", description = "Sends nothing; only says what would become of each.")
    private boolean dryRun;

    @Option(
            names = "--definitions",
            paramLabel = "journeys.yaml",
            description = "The definitions that streams runs with; only what they say of identifiers matters here.")
    private @Nullable String definitions;

    RejectsReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        refuseUnclear();
        Configuration configuration = configuration();
        ReplaySettings settings = new ReplaySettings(mapping(), identifiers(configuration));
        Connection connection = Connection.of(configuration);
        SchemaRegistry registry = StartUp.recordRegistry(connection);
        try (RejectLog log = new RejectLog(connection.properties(ClientKind.CONSUMER), registry);
                EventProducer producer = dryRun ? null : producer(connection, registry)) {
            ReplayReport report = new ReplayReport(console, dryRun);
            Replay replay = new Replay(
                    settings,
                    producer,
                    producer == null ? record -> {} : producer,
                    registry,
                    Clock.systemUTC(),
                    report);
            long unreadable = read(log, replay);
            if (producer != null) {
                producer.flush();
            }
            report.done(replay.counts());
            RejectsUnreadable.tell(console, unreadable);
            return exitCode(replay.counts());
        } catch (NotKept e) {
            throw new Failure(e.getMessage() + "; replay again, what went in drops as duplicate", e);
        }
    }

    private Configuration configuration() {
        return options.read(new GivenFlags()
                .with("--definitions", EdgeKeys.DEFINITIONS, definitions)
                .all());
    }

    /** As the edge has them: who is hashed there is hashed here. */
    private static IdentifierSettings identifiers(Configuration configuration) {
        Definitions defined = DefinitionsOption.in(configuration);
        return EdgeKeys.identifiers(configuration, defined.identity());
    }

    private static int exitCode(ReplayCounts counts) {
        return counts.isComplete() ? ExitCodes.DONE : ExitCodes.INCOMPLETE;
    }

    private void refuseUnclear() {
        if (addresses.isEmpty() && !filter.isGiven() && !all) {
            throw new ParameterException(spec.commandLine(), "say which: addresses, filters such as --file, or --all");
        }
        if (!addresses.isEmpty() && (filter.isGiven() || all)) {
            throw new ParameterException(spec.commandLine(), "give either addresses, or filters, or --all");
        }
    }

    private @Nullable Mapping mapping() throws IOException {
        if (mapping == null) {
            return null;
        }
        if (!Files.isReadable(mapping) || Files.isDirectory(mapping)) {
            throw new Failure("the mapping " + mapping + " is no file that can be read");
        }
        try {
            return Mapping.load(mapping, timezone);
        } catch (InvalidMapping e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    private static EventProducer producer(Connection connection, SchemaRegistry registry) {
        ProducerSettings settings = new ProducerSettings(
                connection.bootstrapServers(), PATIENCE, connection.kafka().of(ClientKind.PRODUCER));
        return EventProducer.connect(settings, registry, Clock.systemUTC());
    }

    /** Those named are all looked up before the first goes in, so that a slip of the finger changes nothing. */
    private long read(RejectLog log, Replay replay) {
        if (addresses.isEmpty()) {
            return log.read(filter.filter(Clock.systemUTC()), replay);
        }
        List<StoredReject> named = addresses.stream()
                .distinct()
                .map(address -> RejectLookUp.at(log, address))
                .toList();
        named.forEach(replay::read);
        return 0;
    }
}
