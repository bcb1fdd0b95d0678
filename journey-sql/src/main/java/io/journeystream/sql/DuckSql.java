package io.journeystream.sql;

import io.journeystream.local.Failure;
import io.journeystream.local.output.OutputDirectory;
import io.journeystream.local.sql.ExportOrder;
import io.journeystream.local.sql.Question;
import io.journeystream.local.sql.StarInSql;
import io.journeystream.local.sql.StarSource;
import io.journeystream.local.view.Console;
import io.journeystream.sql.answers.Asking;
import io.journeystream.sql.export.StarExport;
import io.journeystream.sql.star.StarDatabase;
import io.journeystream.sql.statements.Refusal;
import io.journeystream.sql.topics.AsRead;
import io.journeystream.sql.topics.StarReading;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The star in DuckDB. */
public final class DuckSql implements StarInSql {
    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    @Override
    public void ask(Question question, @Nullable StarSource source, Console console) throws InterruptedException {
        Path kept = question.database();
        if (source != null && kept != null) {
            keep(source, kept.toAbsolutePath(), console);
        }
        try (StarDatabase database = kept == null ? StarDatabase.inMemory() : StarDatabase.kept(kept)) {
            if (kept == null) {
                read(Objects.requireNonNull(source), database, console);
            }
            new Asking(database, question, console).run();
        }
    }

    /** What was there stays until all has been read. */
    private static void keep(StarSource source, Path file, Console console) {
        try (OutputDirectory target = OutputDirectory.prepare(Objects.requireNonNull(file.getParent()))) {
            Path part = target.place(Objects.requireNonNull(file.getFileName()).toString());
            try (StarDatabase database = StarDatabase.in(part)) {
                read(source, database, console);
            }
            target.publish();
        }
    }

    @Override
    public void export(ExportOrder order, StarSource source, Console console) throws InterruptedException {
        StarExport export = new StarExport(order);
        try (StarDatabase database = StarDatabase.inMemory()) {
            AsRead read = read(source, database, console);
            export.write(database, read)
                    .forEach((view, rows) ->
                            console.out().println(String.format(Locale.ROOT, "%-18s %,12d rows", view, rows)));
        }
        console.out().println("written: " + order.out() + "/*." + order.format().extension() + ", manifest.json");
    }

    /** @throws Failure if DuckDB cannot hold it */
    private static AsRead read(StarSource source, StarDatabase database, Console console) {
        long begun = System.nanoTime();
        try {
            AsRead read = new StarReading(source, console, Clock.systemUTC()).into(database.connection());
            console.err()
                    .println(String.format(
                            Locale.ROOT,
                            "read %,d journeys and all that belongs to them in %.1f s; watermark %s",
                            journeys(database),
                            (System.nanoTime() - begun) / NANOS,
                            read.watermark()));
            return read;
        } catch (SQLException e) {
            throw Refusal.of(e);
        }
    }

    private static long journeys(StarDatabase database) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet count = statement.executeQuery("select count(*) from bi_v1.fact_journey")) {
            count.next();
            return count.getLong(1);
        }
    }
}
