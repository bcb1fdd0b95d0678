package io.journeystream.sql.export;

import io.journeystream.local.Failure;
import io.journeystream.local.output.OutputDirectory;
import io.journeystream.local.sql.ExportFormat;
import io.journeystream.local.sql.ExportOrder;
import io.journeystream.sql.answers.CsvAnswer;
import io.journeystream.sql.star.StarDatabase;
import io.journeystream.sql.star.StarViews;
import io.journeystream.sql.statements.Refusal;
import io.journeystream.sql.topics.AsRead;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes views of a star to files: all of them, and last the manifest, or none. */
public final class StarExport {
    private final ExportOrder order;
    private final List<String> views;

    /** @throws Failure if there is no such view */
    public StarExport(ExportOrder order) {
        this.order = order;
        this.views = order.views().isEmpty() ? StarViews.NAMES : order.views();
        views.stream()
                .filter(view -> !StarViews.NAMES.contains(view))
                .findFirst()
                .ifPresent(view -> {
                    throw new Failure("there is no view " + view + "; there are " + String.join(", ", StarViews.NAMES));
                });
    }

    /**
     * Gives how many rows each file has.
     *
     * @throws InterruptedException if it was interrupted; nothing was written then
     */
    public Map<String, Long> write(StarDatabase database, AsRead read) throws InterruptedException {
        Map<String, Long> rows = new LinkedHashMap<>();
        try (OutputDirectory target = OutputDirectory.prepare(order.out());
                Statement statement = database.connection().createStatement()) {
            for (String view : views) {
                rows.put(view, write(view, target.place(order.file(view)), statement));
                if (Thread.interrupted()) {
                    throw new InterruptedException("while " + view + " was written");
                }
            }
            Files.writeString(target.place(Manifest.FILE), Manifest.of(order, read, rows));
            target.publish();
            return rows;
        } catch (SQLException e) {
            throw Refusal.of(e);
        } catch (IOException e) {
            throw new Failure("cannot write to " + order.out() + ": " + e.getMessage(), e);
        }
    }

    private long write(String view, Path file, Statement statement) throws SQLException, IOException {
        String select = ExportedView.select(view, order.span());
        if (order.format() == ExportFormat.PARQUET) {
            return statement.executeUpdate(
                    "copy (" + select + ") to " + StarDatabase.literal(file) + " (format parquet, compression zstd)");
        }
        CsvAnswer csv = new CsvAnswer();
        try (ResultSet found = statement.executeQuery(select);
                Writer writer = Files.newBufferedWriter(file)) {
            csv.write(found, writer);
        }
        return csv.rows();
    }
}
