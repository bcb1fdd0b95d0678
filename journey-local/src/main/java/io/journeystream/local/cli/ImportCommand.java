package io.journeystream.local.cli;

import io.journeystream.definitions.Definitions;
import io.journeystream.ingest.imports.ImportIds;
import io.journeystream.ingest.imports.ImportRefused;
import io.journeystream.ingest.imports.ImportSettings;
import io.journeystream.ingest.imports.LiveImportSettings;
import io.journeystream.ingest.producing.ProducerSettings;
import io.journeystream.local.Failure;
import io.journeystream.local.Stopped;
import io.journeystream.local.live.ImportRun;
import io.journeystream.local.services.EdgeKeys;
import io.journeystream.local.services.StreamsKeys;
import io.journeystream.local.view.Console;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.topics.ImportId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code ./journey import}: exports into a system that is running. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Imports exports into a running system without disturbing it: at the pace at which streams reads, and shown"
                    + " only when all of it has come. The same command again, after an interruption, is the same import.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done (rejected rows are announced, but do not fail an import)",
            "1:failed; also if an input file was cut short: the import then stays open, and nothing of it is shown",
            "2:wrong usage",
            "130:interrupted with Ctrl-C; the import stays open"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey import calls.txt.gz --format tsv --timezone Asia/Jerusalem \\",
            "      --mapping examples/technion/mapping.jsonata \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081",
            "  ./journey import --discard calls.txt.gz-0123456789ab \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081"
        })
final class ImportCommand implements Callable<Integer> {
    /** An outage is waited out as long as somebody may need to mend it. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Exports to read, plain or gzip, one after the other.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private final ExportOptions exports = new ExportOptions();

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            converter = AnalyzeCommand.Moment.class,
            description = "Later events are skipped and counted, such as 2026-03-01T00:00:00Z.")
    private @Nullable Instant until;

    @Option(
            names = "--definitions",
            paramLabel = "journeys.yaml",
            description = "The definitions that streams runs with; only what they say of identifiers matters here.")
    private @Nullable String definitions;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = "Application id of streams, to go by its pace: streams.application-id.")
    private @Nullable String group;

    @Option(
            names = "--most-unread",
            paramLabel = "N",
            defaultValue = "4000",
            description = "Events of the import that may lie unread in Kafka: so many a live event may have to wait for"
                    + " (default: ${DEFAULT-VALUE}).")
    private int mostUnread = LiveImportSettings.MOST_UNREAD;

    @Option(
            names = "--id",
            paramLabel = "ID",
            converter = Id.class,
            description = "Name of the import; without it made of the files' names, sizes and beginnings, the mapping"
                    + " and the options.")
    private @Nullable ImportId id;

    @ArgGroup(exclusive = true)
    private @Nullable LeftOpen leftOpen;

    /** What may be done with an import that was left open. */
    static final class LeftOpen {
        @Option(
                names = "--end",
                paramLabel = "ID",
                converter = Id.class,
                description = "End an import that was left open: what there is of it is shown.")
        private @Nullable ImportId end;

        @Option(
                names = "--discard",
                paramLabel = "ID",
                converter = Id.class,
                description = "Give up an import that was left open: what there is of it is deleted.")
        private @Nullable ImportId discard;
    }

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (files.isEmpty() == (leftOpen == null)) {
            throw new ParameterException(
                    spec.commandLine(), "give FILEs to import, or --end or --discard and the id of an import");
        }
        try {
            Configuration configuration = configuration();
            return leftOpen == null ? importFiles(configuration) : close(configuration, leftOpen);
        } catch (Exception e) {
            throw Interruption.isBehind(e)
                    ? new Stopped(
                            "interrupted; the import is still open and nothing of it is shown: the same command goes on"
                                    + " with it",
                            e)
                    : e;
        }
    }

    private Configuration configuration() {
        return connection.read(new GivenFlags()
                .with("--definitions", EdgeKeys.DEFINITIONS, definitions)
                .with("--group", StreamsKeys.APPLICATION_ID, group)
                .all());
    }

    private int importFiles(Configuration configuration) throws IOException, InterruptedException {
        Definitions defined = DefinitionsOption.in(configuration);
        ImportSettings settings = new ImportSettings(
                files, exports.mapping(), exports.format(), exports.delimiter(), exports.timezone(), until);
        ImportRun run = run(configuration, id == null ? derived(settings) : id);
        boolean whole = run.importFiles(settings, EdgeKeys.identifiers(configuration, defined.identity()));
        return whole ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private static ImportId derived(ImportSettings settings) throws IOException {
        try {
            ImportRun.refuseUnusable(settings);
            return ImportIds.of(settings);
        } catch (ImportRefused e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    private int close(Configuration configuration, LeftOpen open) throws InterruptedException {
        if (open.end != null) {
            run(configuration, open.end).end();
        } else if (open.discard != null) {
            run(configuration, open.discard).discard();
        }
        return ExitCodes.DONE;
    }

    private ImportRun run(Configuration configuration, ImportId of) {
        Connection to = Connection.of(configuration);
        try {
            ProducerSettings producer = new ProducerSettings(
                    to.bootstrapServers(), PATIENCE, to.kafka().of(ClientKind.PRODUCER));
            LiveImportSettings settings = new LiveImportSettings(
                    of,
                    producer,
                    to.properties(ClientKind.ADMIN),
                    configuration.get(StreamsKeys.APPLICATION_ID),
                    mostUnread);
            return new ImportRun(to.recordRegistry(), settings, console, Clock.systemUTC());
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    /** Says what an id looks like. */
    static final class Id implements ITypeConverter<ImportId> {
        @Override
        public ImportId convert(String text) {
            try {
                return new ImportId(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
