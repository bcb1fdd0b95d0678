package io.journeystream.local.analyze;

import io.journeystream.ingest.imports.ImportResult;
import io.journeystream.local.view.Console;
import io.journeystream.local.view.Figures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run tells the person who started it. */
final class Report {
    private final Console console;
    private final Path out;
    private final Results results;

    Report(Console console, Path out, Results results) {
        this.console = console;
        this.out = out;
        this.results = results;
    }

    void print(Accounts accounts, ImportResult imported, Duration took) {
        PrintWriter lines = console.out();
        results.table().lines().forEach(lines::println);
        lines.println();
        lines.println(rows(accounts));
        lines.println(events(accounts, imported));
        lines.println(rate(imported, took));
        lines.println("written: " + out.resolve("journeys.ndjson")
                + ", health.ndjson, flows.ndjson, corrections.ndjson, rejects.ndjson,"
                + " conflicts.ndjson, summary.json");
        tellConflicts(accounts);
        imported.warnings().forEach(warning -> console.err().println("warning: " + warning));
        warnOfRejects();
        imported.damage().forEach(damage -> console.err().println("error: " + damage));
    }

    private static String rows(Accounts accounts) {
        return Figures.count(accounts.rows()) + " rows: " + Figures.count(accounts.skipped()) + " skipped, "
                + Figures.count(accounts.rejectedRows()) + " rejected";
    }

    private static String events(Accounts accounts, ImportResult imported) {
        long later = imported.counts().eventsAfterUntil();
        return Figures.count(imported.counts().eventsSent()) + " events: " + Figures.count(accounts.accepted())
                + " accepted, " + Figures.count(accounts.duplicates()) + " duplicates, "
                + Figures.count(accounts.rejectedEvents()) + " rejected"
                + (later == 0 ? "" : "; " + Figures.count(later) + " later than --until left out") + "; "
                + Figures.count(accounts.customers()) + " customers";
    }

    private static String rate(ImportResult imported, Duration took) {
        double seconds = Math.max(0.001, took.toMillis() / 1000.0);
        return String.format(
                Locale.ROOT,
                "%,.0f events/s from file to journeys (%.1f s without start-up)",
                imported.counts().eventsSent() / seconds,
                seconds);
    }

    private void tellConflicts(Accounts accounts) {
        if (accounts.conflicts() > 0) {
            console.out()
                    .println("conflicts: evidence between " + Figures.count(accounts.conflicts())
                            + " pairs of identifiers would make two customers one, and a limit forbids it: "
                            + out.resolve("conflicts.ndjson"));
        }
    }

    private void warnOfRejects() {
        if (!results.rejectsByReason().isEmpty()) {
            console.err()
                    .println("warning: rejects in " + out.resolve("rejects.ndjson") + ": "
                            + results.rejectsByReason().entrySet().stream()
                                    .map(entry -> Figures.count(entry.getValue()) + " " + entry.getKey())
                                    .collect(Collectors.joining(", ")));
        }
    }
}
