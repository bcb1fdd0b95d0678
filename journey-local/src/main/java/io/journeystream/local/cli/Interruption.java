package io.journeystream.local.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C: interrupts the thread that works, and lets it clean up before the process ends with the shell's code for an
 * interruption.
 */
final class Interruption {
    private static final long LONGEST_CLEAN_UP_MILLIS = 30_000;

    private final Thread worker;
    private final AtomicBoolean finished = new AtomicBoolean();
    private final AtomicBoolean requested = new AtomicBoolean();

    private Interruption(Thread worker) {
        this.worker = worker;
    }

    static Interruption ofThisThread() {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::stop, "interruption"));
        return interruption;
    }

    /** Ends the process. While it is being interrupted it ends by itself: another exit would wait for ever. */
    void finish(int code) {
        finished.set(true);
        if (!requested.get()) {
            System.exit(code);
        }
    }

    private void stop() {
        if (finished.get()) {
            return;
        }
        requested.set(true);
        worker.interrupt();
        try {
            worker.join(LONGEST_CLEAN_UP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
