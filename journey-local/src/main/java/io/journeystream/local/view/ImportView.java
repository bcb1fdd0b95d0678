package io.journeystream.local.view;

import io.journeystream.ingest.imports.ImportProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far an import is: a bar on a terminal, otherwise a line now and then. */
public final class ImportView implements ImportProgress.Listener, AutoCloseable {
    private static final int WIDTH = 79;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final @Nullable ProgressBar bar;
    private Duration nextLine = BETWEEN_LINES;

    public ImportView(Console console) {
        this.out = console.err();
        this.bar = console.terminal() ? bar(out) : null;
    }

    private static ProgressBar bar(PrintWriter out) {
        return new ProgressBarBuilder()
                .setTaskName("importing")
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(1)
                .setUnit(" kB", 1024)
                .setUpdateIntervalMillis(200)
                .setConsumer(new DelegatingProgressBarConsumer(line -> redraw(out, line), WIDTH))
                .hideEta()
                .build();
    }

    private static void redraw(PrintWriter out, String line) {
        out.print('\r' + line);
        out.flush();
    }

    @Override
    public void heard(ImportProgress progress) {
        if (bar != null) {
            bar.maxHint(Math.max(1, progress.bytesTotal()));
            bar.stepTo(progress.bytesRead());
            bar.setExtraMessage(rows(progress) + remaining(progress));
        } else if (progress.elapsed().compareTo(nextLine) >= 0) {
            nextLine = progress.elapsed().plus(BETWEEN_LINES);
            out.println("importing: " + rows(progress) + read(progress) + remaining(progress));
        }
    }

    private static String rows(ImportProgress progress) {
        return String.format(
                Locale.ROOT, "%,d rows, %,.0f rows/s", progress.counts().rows(), progress.rowsPerSecond());
    }

    private static String read(ImportProgress progress) {
        return isMeasurable(progress) ? String.format(Locale.ROOT, ", %.0f %% read", 100 * done(progress)) : "";
    }

    private static String remaining(ImportProgress progress) {
        if (!isMeasurable(progress)) {
            return "";
        }
        double seconds = progress.elapsed().toMillis() / 1000.0;
        double done = done(progress);
        return String.format(Locale.ROOT, ", %,d s left", Math.round(seconds * (1 - done) / done));
    }

    private static boolean isMeasurable(ImportProgress progress) {
        return progress.bytesRead() > 0 && progress.bytesTotal() > 0;
    }

    private static double done(ImportProgress progress) {
        return Math.min(1, (double) progress.bytesRead() / progress.bytesTotal());
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            out.println();
        }
    }
}
