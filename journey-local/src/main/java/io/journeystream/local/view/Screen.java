package io.journeystream.local.view;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** Shows lines that change: redrawn in place on a terminal, one below the other now and then elsewhere. */
public final class Screen implements AutoCloseable {
    /** Another screen, no cursor; lines wider than the terminal are cut, for folded ones push others out of sight. */
    private static final String ENTER = "\033[?1049h\033[?25l\033[?7l";

    private static final String LEAVE = "\033[?7h\033[?25h\033[?1049l";
    private static final String HOME = "\033[H";
    private static final String REST_OF_LINE = "\033[K";
    private static final String REST_OF_SCREEN = "\033[J";
    private static final Duration REDRAW = Duration.ofMillis(500);
    private static final Duration PRINT = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final boolean terminal;
    private long last;
    private boolean open;

    public Screen(Console console) {
        this.out = console.out();
        this.terminal = console.terminal();
        this.last = System.nanoTime() - (terminal ? REDRAW : PRINT.dividedBy(2)).toNanos();
    }

    /** Whether it is time to show something again. */
    public boolean isDue() {
        return System.nanoTime() - last >= (terminal ? REDRAW : PRINT).toNanos();
    }

    /** Shows these lines instead of the ones before. */
    public void show(List<String> lines) {
        last = System.nanoTime();
        if (terminal) {
            redraw(lines);
        } else {
            lines.forEach(out::println);
            out.println();
        }
    }

    private void redraw(List<String> lines) {
        StringBuilder text = new StringBuilder(open ? HOME : ENTER + HOME);
        open = true;
        lines.forEach(line -> text.append(line).append(REST_OF_LINE).append('\n'));
        out.print(text.append(REST_OF_SCREEN));
        out.flush();
    }

    /** Gives the terminal back as it was. */
    @Override
    public void close() {
        if (open) {
            open = false;
            out.print(LEAVE);
            out.flush();
        }
    }
}
