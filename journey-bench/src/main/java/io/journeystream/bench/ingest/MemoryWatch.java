package io.journeystream.bench.ingest;

import java.io.PrintWriter;
import java.util.Locale;

/** Says ten times in a run how much memory a service has. */
final class MemoryWatch {
    private static final int TIMES = 10;
    private static final long LOOK_MILLIS = 50;

    private final Thread thread;

    private MemoryWatch(Thread thread) {
        this.thread = thread;
    }

    static MemoryWatch start(ChildJvm service, HttpLoad load, EventStock stock, PrintWriter out) {
        Thread thread = new Thread(() -> watch(service, load, stock, out), "memory-watch");
        thread.setDaemon(true);
        thread.start();
        return new MemoryWatch(thread);
    }

    private static void watch(ChildJvm service, HttpLoad load, EventStock stock, PrintWriter out) {
        long step = Math.max(1, stock.events() / TIMES);
        try {
            for (long next = step; next <= stock.events(); next += step) {
                while (load.answered() * stock.batch() < next) {
                    Thread.sleep(LOOK_MILLIS);
                }
                out.printf(Locale.ROOT, "  after %,10d events: %,d MiB resident%n", next, service.residentMib());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        thread.interrupt();
    }
}
