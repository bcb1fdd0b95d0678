package io.journeystream.ingest.imports;

import io.journeystream.ingest.events.ArrivalRule;
import io.journeystream.ingest.events.EventParser;
import io.journeystream.ingest.files.Row;
import io.journeystream.ingest.files.RowFile;
import io.journeystream.ingest.files.UnusableFile;
import io.journeystream.ingest.identifiers.IdentifierNormaliser;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.ingest.imports.SourceFiles.SourceFile;
import io.journeystream.ingest.mapping.InvalidMapping;
import io.journeystream.ingest.mapping.Mapping;
import io.journeystream.ingest.producing.EventSink;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Brings exports into the system: reads files, maps rows to native events, and sends what is valid, through the same
 * validation and normalisation as all other input. Memory does not grow with the files.
 */
public final class Import {
    /** Rows after which an import with a mapping gives up if it has rejected every one of them. */
    static final int HOPELESS = 1_000;

    private final ImportSettings settings;
    private final IdentifierSettings identifiers;
    private final EventSink sink;
    private final Clock clock;
    private final List<String> damage = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /**
     * @param sink must not be used by anybody else while the import runs
     * @param clock of the edge: events ahead of it are rejects
     */
    public Import(ImportSettings settings, IdentifierSettings identifiers, EventSink sink, Clock clock) {
        this.settings = settings;
        this.identifiers = identifiers;
        this.sink = sink;
        this.clock = clock;
    }

    /**
     * Imports everything, once, and returns when it is kept. The final clock tick is left to the caller.
     *
     * @throws ImportRefused if the mapping, a format or a file's shape is not as it must be
     * @throws IOException if a file cannot be read
     * @throws InterruptedException if the thread was interrupted; what was sent stays sent
     */
    public ImportResult run(ImportProgress.Listener listener) throws ImportRefused, IOException, InterruptedException {
        SourceFiles files = SourceFiles.of(settings);
        Mapping mapping = mapping(settings);
        RowIntake intake = new RowIntake(
                mapping,
                new EventParser(new IdentifierNormaliser(identifiers)),
                ArrivalRule.history(clock),
                sink,
                settings.until());
        Pace pace = new Pace(listener, files.bytes());
        long tooLarge = tooLarge();
        try {
            for (SourceFile file : files.files()) {
                read(file, intake, pace);
            }
            sink.flush();
        } catch (InterruptException e) {
            throw interrupted(e);
        }
        intake.tally().tooLarge(tooLarge() - tooLarge);
        pace.done(intake.tally());
        warn(intake, mapping);
        return new ImportResult(intake.tally().counts(), intake.tally().latest(), damage, warnings);
    }

    /**
     * Finds out what can be refused before anything is started or read: files, their headers, formats and the mapping.
     *
     * @throws ImportRefused as {@link #run} would
     * @throws IOException if the mapping cannot be read
     */
    public static void check(ImportSettings settings) throws ImportRefused, IOException {
        SourceFiles sources = SourceFiles.of(settings);
        mapping(settings);
        for (SourceFile source : sources.files()) {
            refuseUnusable(source, settings);
        }
    }

    /** Opening tells; what is read but once, such as a pipe, is not touched before its time. */
    private static void refuseUnusable(SourceFile source, ImportSettings settings) throws ImportRefused, IOException {
        if (!Files.isRegularFile(source.path()) && !Files.isDirectory(source.path())) {
            return;
        }
        try {
            RowFile.open(source.path(), source.format(), settings.delimiter()).close();
        } catch (UnusableFile e) {
            throw new ImportRefused(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Mapping mapping(ImportSettings settings) throws ImportRefused, IOException {
        if (settings.mapping() == null) {
            return null;
        }
        if (!Files.isReadable(settings.mapping()) || Files.isDirectory(settings.mapping())) {
            throw new ImportRefused("the mapping " + settings.mapping() + " is no file that can be read");
        }
        try {
            return Mapping.load(settings.mapping(), settings.zone());
        } catch (InvalidMapping e) {
            throw new ImportRefused(String.valueOf(e.getMessage()));
        }
    }

    private void read(SourceFile file, RowIntake intake, Pace pace)
            throws ImportRefused, IOException, InterruptedException {
        try (RowFile rows = RowFile.open(file.path(), file.format(), settings.delimiter())) {
            RowRejects rejects =
                    new RowRejects(file.path().toString(), file.format().mediaType(), rows.columns(), clock);
            long before = intake.tally().rows();
            for (Row row = rows.next(); row != null; row = rows.next()) {
                intake.take(row, rejects);
                pace.row(intake.tally(), rows.bytesRead());
                refuseHopeless(intake, rows);
                if (Thread.interrupted()) {
                    throw new InterruptedException("the import was interrupted");
                }
            }
            finish(file, rows, intake.tally().rows() == before);
        } catch (UnusableFile e) {
            throw new ImportRefused(String.valueOf(e.getMessage()));
        }
        pace.fileDone(file.bytes());
    }

    private void finish(SourceFile file, RowFile rows, boolean empty) {
        if (rows.damage() != null) {
            damage.add(rows.damage());
        }
        if (empty) {
            warnings.add(file.path() + " holds no rows");
        }
    }

    private void refuseHopeless(RowIntake intake, RowFile rows) throws ImportRefused {
        Tally tally = intake.tally();
        if (settings.mapping() != null && tally.rows() == HOPELESS && tally.onlyRejects()) {
            throw new ImportRefused("all of the first " + HOPELESS + " rows were rejected; " + first(intake)
                    + rows.likelyDelimiter()
                            .map(looks -> "; it looks as if the delimiter is " + looks)
                            .orElse(""));
        }
    }

    private void warn(RowIntake intake, @Nullable Mapping mapping) {
        if (intake.tally().onlyRejects()) {
            warnings.add("every row was rejected; " + first(intake));
        }
        if (mapping != null && mapping.evictedKeys() > 0) {
            warnings.add("the mapping kept more than " + Mapping.KEYS + " keys: the " + mapping.evictedKeys()
                    + " unused for longest were given up, so that $previous did not find them");
        }
    }

    private static String first(RowIntake intake) {
        Reject first = intake.firstReject();
        return first == null
                ? "none is known"
                : "the first, " + first.getFile() + ":" + first.getLine() + ": " + first.getReason() + ": "
                        + first.getMessage();
    }

    private long tooLarge() {
        return sink.produced().rejects().getOrDefault(RejectReason.TOO_LARGE, 0L);
    }

    /** Kafka's exception leaves the flag of the thread set; ours must not, so that the caller can clean up. */
    private static InterruptedException interrupted(InterruptException cause) {
        Thread.interrupted();
        InterruptedException interrupted = new InterruptedException("the import was interrupted");
        interrupted.initCause(cause);
        return interrupted;
    }
}
