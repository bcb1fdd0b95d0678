package io.journeystream.local.analyze;

import io.journeystream.ingest.imports.Import;
import io.journeystream.ingest.imports.ImportRefused;
import io.journeystream.ingest.imports.ImportResult;
import io.journeystream.ingest.imports.ImportSettings;
import io.journeystream.local.Failure;
import io.journeystream.local.output.OutputDirectory;
import io.journeystream.local.pipeline.Pipeline;
import io.journeystream.local.pipeline.PipelineSettings;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.local.view.Console;
import io.journeystream.local.view.Figures;
import io.journeystream.local.view.ImportView;
import io.journeystream.streams.health.HealthPace;
import io.journeystream.streams.ledger.LedgerView;
import io.journeystream.streams.publishing.Pace;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From exports to journeys: imports, waits until everything is processed, and writes what came of it. */
public final class Analysis {
    private static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT_FOR_LEDGER = Duration.ofSeconds(30);
    private static final String ORIGIN = "analyze";

    private final AnalysisRequest request;
    private final Console console;
    private final Clock clock;

    public Analysis(AnalysisRequest request, Console console, Clock clock) {
        this.request = request;
        this.console = console;
        this.clock = clock;
    }

    /**
     * Does it all.
     *
     * @return false if an input file was cut short, so that the results are of what came before
     * @throws Failure if it cannot be done; results of an earlier run are then untouched
     */
    public boolean run() throws IOException, InterruptedException {
        refuseFuture();
        refuseUnusable();
        console.status("starting Kafka and streams on this machine ...");
        try (OutputDirectory out = OutputDirectory.prepare(request.out());
                Pipeline pipeline = Pipeline.start(settings())) {
            Results results = new Results(pipeline, out, request.definitions().definitions());
            finishEarlierRun(pipeline);
            LedgerView before = pipeline.awaitLedger(LONGEST_WAIT_FOR_LEDGER);
            long started = System.nanoTime();
            ImportResult imported = imported(pipeline);
            @Nullable Instant asOf = finalTime(pipeline, imported);
            drain(pipeline, asOf == null ? Instant.EPOCH : asOf, "processing: ");
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            LedgerView after = pipeline.awaitLedger(LONGEST_WAIT_FOR_LEDGER);
            Accounts accounts = Accounts.of(imported.counts(), before, after);
            pipeline.stopStitching();
            results.write(accounts, asOf);
            new Report(console, request.out(), results).print(accounts, imported, took);
            return imported.damage().isEmpty();
        }
    }

    /** What a run that was killed had sent and not processed is not this run's. */
    private void finishEarlierRun(Pipeline pipeline) throws InterruptedException {
        if (request.data() != null) {
            drain(pipeline, Instant.EPOCH, "finishing an earlier run: "); // says nothing of time
        }
    }

    private void refuseFuture() {
        Instant until = request.until();
        if (until != null && until.isAfter(clock.instant().plus(FUTURE_TOLERANCE))) {
            throw new Failure(
                    "--until " + until + " lies in the future: nobody knows yet what will have happened by then;"
                            + " give an instant that has passed, or leave it out");
        }
    }

    private void refuseUnusable() throws IOException {
        try {
            Import.check(importSettings());
        } catch (ImportRefused e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    private ImportSettings importSettings() {
        return new ImportSettings(
                request.files(),
                request.mapping(),
                request.format(),
                request.delimiter(),
                request.zone(),
                request.until());
    }

    private PipelineSettings settings() {
        StackSettings stack = request.data() == null ? StackSettings.temporary() : StackSettings.in(request.data());
        return new PipelineSettings(stack, request.definitions(), Pace.BULK, HealthPace.BULK, clock, null);
    }

    private ImportResult imported(Pipeline pipeline) throws IOException, InterruptedException {
        try (ImportView view = new ImportView(console)) {
            return new Import(importSettings(), request.identifiers(), pipeline.edge(), clock).run(view);
        } catch (ImportRefused e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Once all is read: how far time is said to have come, as asked for, or as the events tell. Sooner, journeys would
     * mature of which not all is known. Null if they tell nothing.
     */
    private @Nullable Instant finalTime(Pipeline pipeline, ImportResult imported) throws InterruptedException {
        Instant asOf = request.until() != null ? request.until() : imported.latest();
        if (asOf != null) {
            pipeline.awaitRead(left -> console.err().println("reading: " + Figures.count(left) + " records left"));
        }
        return asOf;
    }

    /** Ticks that nothing else comes, again and again: whoever has heard it may have been started anew since. */
    private void drain(Pipeline pipeline, Instant time, String doing) throws InterruptedException {
        tick(pipeline, time);
        pipeline.drain(left -> {
            console.err().println(doing + Figures.count(left) + " records left");
            tick(pipeline, time);
        });
    }

    private static void tick(Pipeline pipeline, Instant time) {
        pipeline.edge().tick(time, ORIGIN);
        pipeline.edge().flush();
    }
}
