package io.journeystream.bench.bi;

import io.journeystream.local.database.EmbeddedDatabase;
import io.journeystream.local.machine.DataDirectory;
import io.journeystream.local.view.Figures;
import io.journeystream.serve.bi.schema.BiSchema;
import io.journeystream.serve.bi.schema.DatabaseAccess;
import io.journeystream.serve.bi.sink.StarEmptied;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
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
            "Loads journeys with their contacts, legs, surveys and switches into an embedded PostgreSQL: by COPY"
                    + " alone, 20,000 a transaction, into tables that have the same columns and nothing else; into an"
                    + " empty star as ./journey bi run does at first, of rows that are ready and from a Kafka in this"
                    + " JVM; and some more into that star as the sink writes later, of rows that are ready.",
            ""
        })
public final class BiCommand implements Callable<Integer> {
    private static final int WARM_UP = 20_000;

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
            LoadRun run = new LoadRun(stock, database);
            run.fill(WARM_UP); // a JVM grows faster for long
            LoadRun.Pace bare = run.copyOnly(journeys);
            tell("COPY alone, rows ready", bare);
            StarEmptied.empty(database);
            LoadRun.Pace filled = run.fill(journeys);
            tell("first load, rows ready", filled);
            StarEmptied.empty(database);
            LoadRun.Pace read = fromKafka(stock, database, filled.rows());
            tell("first load, from Kafka", read);
            LoadRun.Pace written = run.write(journeys, Math.max(WARM_UP, journeys / 5));
            tell("later, rows ready", written);
            out.printf(
                    "of COPY alone: first load %.2f, from Kafka %.2f, later %.2f%n",
                    filled.perSecond() / bare.perSecond(),
                    read.perSecond() / bare.perSecond(),
                    written.perSecond() / bare.perSecond());
            if (asked != null) {
                ask(asked, stock, database);
            }
        }
        return 0;
    }

    private LoadRun.Pace fromKafka(JourneyStock stock, DataSource database, long rows)
            throws SQLException, ExecutionException, InterruptedException {
        try (KafkaRun kafka = new KafkaRun()) {
            out.println("publishing ...");
            kafka.publish(stock, journeys);
            return new LoadRun.Pace(journeys, rows, kafka.load(database, journeys));
        }
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
