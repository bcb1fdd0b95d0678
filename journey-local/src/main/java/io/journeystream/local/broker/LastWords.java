package io.journeystream.local.broker;

import io.journeystream.local.machine.DataDirectory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.utils.Exit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka ends the process when it cannot write any more, without a word and with whatever else runs in it. This says why
 * first, lets a temporary directory go, and makes sure that the process does end.
 */
final class LastWords {
    private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);
    private static final long HARDLY_ANY_SPACE = 32L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int FAILED = 1;

    private final DataDirectory directory;
    private final Consumer<String> listener;
    private final AtomicBoolean spoken = new AtomicBoolean();

    private LastWords(DataDirectory directory, Consumer<String> listener) {
        this.directory = directory;
        this.listener = listener;
    }

    /** One process has one way to end: the last call counts. */
    static void arrange(DataDirectory directory, Consumer<String> listener) {
        LastWords words = new LastWords(directory, listener);
        Exit.setHaltProcedure((status, message) -> words.speakAndEnd());
        Exit.setExitProcedure((status, message) -> words.speakAndEnd());
    }

    /** Why Kafka cannot work in a directory, as far as the disk tells. */
    static String diagnosis(DataDirectory directory) {
        long space = directory.usableSpace();
        return space < HARDLY_ANY_SPACE
                ? "The disk with the data directory " + directory.path() + " is full (" + (space >> 20)
                        + " MB left): free some space and start again, or choose another directory with --data;"
                        + " what was acknowledged is not lost."
                : "Kafka cannot go on in the data directory " + directory.path()
                        + ": the log says why; what was acknowledged is not lost.";
    }

    private void speakAndEnd() {
        if (isStopping()) {
            throw new InterruptException("Kafka was stopped while it was starting", new InterruptedException());
        }
        if (spoken.compareAndSet(false, true)) {
            endAfter(PATIENCE);
            try {
                String words = diagnosis(directory);
                LOG.error(words);
                listener.accept(words);
                directory.close();
            } finally {
                Runtime.getRuntime().halt(FAILED);
            }
        }
        waitForTheEnd();
    }

    /** Whether the process ends already, as with Ctrl-C: then Kafka's trouble is no trouble. */
    private static boolean isStopping() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static void endAfter(Duration patience) {
        Thread watch = new Thread(() -> {
            pause(patience);
            Runtime.getRuntime().halt(FAILED);
        });
        watch.setDaemon(true);
        watch.start();
    }

    /** Kafka relies on these procedures never to return. */
    private static void waitForTheEnd() {
        while (true) {
            pause(PATIENCE);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
