package io.journeystream.local.cli;

import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.errors.InterruptException;

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

    /** Whether a problem comes of an interruption. */
    static boolean isBehind(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException
                    || cause instanceof InterruptException
                    || cause instanceof ClosedByInterruptException) {
                return true;
            }
        }
        return false;
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
