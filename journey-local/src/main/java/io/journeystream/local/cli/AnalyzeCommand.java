package io.journeystream.local.cli;

import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.local.Stopped;
import io.journeystream.local.analyze.Analysis;
import io.journeystream.local.analyze.AnalysisRequest;
import io.journeystream.local.view.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code ./journey analyze}: exports in, journeys with their measures out. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Turns exports into journeys: starts broker, registry and streams on this machine, imports the files,"
                    + " waits until everything is processed, and writes journeys.ndjson, health.ndjson, flows.ndjson,"
                    + " corrections.ndjson, rejects.ndjson, conflicts.ndjson and summary.json.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done (rejected rows are announced, but do not fail a run)",
            "1:failed; also if an input file was cut short: the results of what came before are written",
            "2:wrong usage",
            "130:interrupted with Ctrl-C; nothing was written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey analyze events.ndjson --out results",
            "  ./journey analyze calls.txt.gz --format tsv --timezone Asia/Jerusalem \\",
            "      --mapping examples/technion/mapping.jsonata \\",
            "      --definitions examples/technion/journeys.yaml --out results",
            "  ./journey analyze tickets-1.csv tickets-2.csv --mapping tickets.jsonata \\",
            "      --until 2026-03-01T00:00:00Z --out results"
        })
final class AnalyzeCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Exports to read, plain or gzip, one after the other.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private final ExportOptions exports = new ExportOptions();

    @Option(
            names = "--definitions",
            paramLabel = "journeys.yaml",
            description =
                    "Channels, costs and journey types; without it each intent is a journey type and nothing costs.")
    private @Nullable Path definitions;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            converter = Moment.class,
            description =
                    "Look at the world as of then, such as 2026-03-01T00:00:00Z: later events are skipped and counted;"
                            + " without it as of the latest event.")
    private @Nullable Instant until;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where to write the results; files there are replaced, each as a whole.")
    private Path out = Path.of("out");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep broker and state there, and add to what is there already; without it in a temporary"
                    + " directory.")
    private @Nullable Path data;

    @Mixin
    private final IdentifierOptions identifiers = new IdentifierOptions();

    AnalyzeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        WrittenDefinitions written = DefinitionsOption.read(definitions);
        AnalysisRequest request = new AnalysisRequest(
                files,
                exports.mapping(),
                exports.format(),
                exports.delimiter(),
                exports.timezone(),
                written,
                identifiers.settings(written.definitions().identity()),
                until,
                out,
                data);
        try {
            boolean whole = new Analysis(request, console, Clock.systemUTC()).run();
            return whole ? ExitCodes.DONE : ExitCodes.FAILED;
        } catch (Exception e) {
            throw Interruption.isBehind(e) ? new Stopped("interrupted; nothing was written to " + out, e) : e;
        }
    }

    /** Says what an instant looks like; an offset will do as well as Z. */
    static final class Moment implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text
                        + "' is no instant; give date, time and offset, such as 2026-03-01T00:00:00Z or"
                        + " 2026-03-01T00:00:00+01:00");
            }
        }
    }
}
