package io.journeystream.local.live;

import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.ingest.imports.Import;
import io.journeystream.ingest.imports.ImportRefused;
import io.journeystream.ingest.imports.ImportResult;
import io.journeystream.ingest.imports.ImportSettings;
import io.journeystream.ingest.imports.LiveImport;
import io.journeystream.ingest.imports.LiveImportSettings;
import io.journeystream.ingest.producing.NotKept;
import io.journeystream.local.Failure;
import io.journeystream.local.view.Console;
import io.journeystream.local.view.Figures;
import io.journeystream.local.view.ImportView;
import io.journeystream.registry.RegistryRefused;
import io.journeystream.registry.RegistryUnavailable;
import io.journeystream.registry.SchemaRegistry;
import java.io.IOException;
import java.time.Clock;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** One import into a running system, and what the person who started it hears. */
public final class ImportRun {
    private final SchemaRegistry registry;
    private final LiveImportSettings settings;
    private final Console console;
    private final Clock clock;

    public ImportRun(SchemaRegistry registry, LiveImportSettings settings, Console console, Clock clock) {
        this.registry = registry;
        this.settings = settings;
        this.console = console;
        this.clock = clock;
    }

    /**
     * Finds out what can be refused before anything is sent.
     *
     * @throws Failure if what is given can be no import
     */
    public static void refuseUnusable(ImportSettings files) throws IOException {
        try {
            Import.check(files);
        } catch (ImportRefused e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Imports everything and ends the import.
     *
     * @return false if a file was cut short, so that the import is still open
     */
    public boolean importFiles(ImportSettings files, IdentifierSettings identifiers)
            throws IOException, InterruptedException {
        refuseUnusable(files);
        console.err().println("import " + settings.id() + ": nothing of it is shown before it has come whole");
        try (LiveImport live = connect();
                ImportView view = new ImportView(console)) {
            ImportResult result = live.run(files, identifiers, view);
            tell(result);
            return result.damage().isEmpty();
        } catch (ImportRefused e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        } catch (KafkaException | NotKept | RegistryUnavailable | RegistryRefused e) {
            throw open(e);
        }
    }

    private void tell(ImportResult result) {
        var counts = result.counts();
        console.out()
                .println(Figures.count(counts.rows()) + " rows: " + Figures.count(counts.skipped()) + " skipped, "
                        + Figures.count(counts.rejectedRows()) + " rejected; " + Figures.count(counts.eventsSent())
                        + " events sent, " + Figures.count(counts.rejectedEvents()) + " rejected");
        result.warnings().forEach(warning -> console.err().println("warning: " + warning));
        result.damage().forEach(damage -> console.err().println("error: " + damage));
        if (!result.damage().isEmpty()) {
            console.err().println("error: " + stillOpen());
        } else if (result.latest() != null) {
            console.out().println("import " + settings.id() + " has ended; its journeys appear with cause IMPORT");
        }
    }

    /** Ends an import that was left open. */
    public void end() throws InterruptedException {
        try (LiveImport live = connect()) {
            live.end();
            console.out().println("import " + settings.id() + " has ended with what there was of it");
        } catch (KafkaException | NotKept | RegistryUnavailable | RegistryRefused e) {
            throw open(e);
        }
    }

    /** Gives up an import that was left open. */
    public void discard() throws InterruptedException {
        try (LiveImport live = connect()) {
            live.discard();
            console.out().println("import " + settings.id() + " is given up, unless it had ended before");
        } catch (KafkaException | NotKept | RegistryUnavailable | RegistryRefused e) {
            throw open(e);
        }
    }

    private LiveImport connect() {
        return new LiveImport(settings, registry, clock, reason -> console.err().println("waiting: " + reason));
    }

    private Failure open(RuntimeException cause) {
        if (cause instanceof InterruptException) {
            throw cause;
        }
        return new Failure(cause.getMessage() + "; " + stillOpen(), cause);
    }

    private String stillOpen() {
        return "import " + settings.id() + " is still open and nothing of it is shown: run the same command again with"
                + " --id " + settings.id() + ", or end it with --end, or give it up with --discard";
    }
}
