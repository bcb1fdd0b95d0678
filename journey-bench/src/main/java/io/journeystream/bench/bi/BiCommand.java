package io.journeystream.bench.bi;

import io.journeystream.local.database.EmbeddedDatabase;
import io.journeystream.local.machine.DataDirectory;
import io.journeystream.local.view.Figures;
import io.journeystream.serve.bi.schema.BiSchema;
import io.journeystream.serve.bi.schema.DatabaseAccess;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./journey bench bi}: how fast journeys come into PostgreSQL. */
@Command(
        name = "bi",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Loads journeys with their contacts, legs, surveys and switches into an embedded PostgreSQL, 20,000 a"
                    + " transaction: by COPY alone into tables that have the same columns and nothing else; the way the sink"
                    + " writes, with keys, partitions, dimensions and what is to be replaced, both of rows that are ready; and"
                    + " the way the sink works, from bytes as they are in Kafka.",
            ""
        })
public final class BiCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Option(
            names = "--journeys",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Journeys to load (default: ${DEFAULT-VALUE}).")
    private int journeys = 100_000;

    @Option(
            names = "--questions",
            paramLabel = "docs/analysts.md",
            description = "Then adds journey health and the journey map of these journeys, and asks each numbered"
                    + " question of that page, as a reader.")
    private @Nullable Path questions;

    public BiCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Questions asked = questions == null ? null : Questions.of(questions);
        out.println("simulating ...");
        JourneyStock stock = new JourneyStock();
        try (DataDirectory directory = DataDirectory.open(null);
                EmbeddedDatabase postgres = EmbeddedDatabase.start(directory, 0)) {
            DatabaseAccess access = postgres.access();
            DataSource database = access.source();
            new BiSchema(database).migrate();
            new LoadRun(stock, database).load(20_000); // a JVM grows faster for long
            LoadRun run = new LoadRun(stock, database);
            LoadRun.Pace bare = run.copyOnly(journeys);
            LoadRun.Pace sink = run.load(journeys);
            LoadRun.Pace written = run.write(journeys, Math.max(20_000, journeys / 5));
            tell("COPY alone, rows ready", bare);
            tell("the sink, rows ready", written);
            tell("the sink, from bytes", sink);
            out.printf(
                    "the sink writes at %.2f of COPY alone; with decoding it is at %.2f%n",
                    written.perSecond() / bare.perSecond(), sink.perSecond() / bare.perSecond());
            if (asked != null) {
                ask(asked, stock, database);
            }
        }
        return 0;
    }

    private void ask(Questions asked, JourneyStock stock, DataSource database) throws SQLException {
        out.println("adding health ...");
        new StockHealth(stock, database).load(journeys);
        for (Questions.Answered answer : asked.ask(database)) {
            out.printf("%6.0f ms  %s%n", answer.median(), answer.title());
        }
    }

    private void tell(String what, LoadRun.Pace pace) {
        out.println(what + ": " + Figures.whole(pace.perSecond()) + " journeys/s, " + Figures.count(pace.rows())
                + " rows in " + Figures.oneDecimal(pace.seconds()) + " s");
    }
}
