package io.journeystream.local.services;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for something that is away, and says so: at once, and then now and then. */
final class Waiting {
    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration SAY_AGAIN = Duration.ofSeconds(30);

    private final String what;
    private final Duration firstPause;

    /** @param what as it begins a sentence */
    Waiting(String what) {
        this(what, Duration.ofMillis(500));
    }

    Waiting(String what, Duration firstPause) {
        this.what = what;
        this.firstPause = firstPause;
    }

    /**
     * Tries until it is there.
     *
     * @param attempt gives why it is not there yet; empty once it is
     */
    void until(Supplier<Optional<String>> attempt) throws InterruptedException {
        long start = System.nanoTime();
        long said = start;
        Duration pause = firstPause;
        Optional<String> trouble = attempt.get();
        for (boolean first = true; trouble.isPresent(); first = false) {
            if (first || System.nanoTime() - said > SAY_AGAIN.toNanos()) {
                said = System.nanoTime();
                LOG.warn("{} is away, waiting for it: {}", what, trouble.get());
            }
            Thread.sleep(pause.toMillis());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            trouble = attempt.get();
            if (trouble.isEmpty()) {
                LOG.info("{} is there, after {} s", what, (System.nanoTime() - start) / 1_000_000_000);
            }
        }
    }
}
