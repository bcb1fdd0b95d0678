package io.journeystream.local.outages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Waits for something to become true, and not for ever. */
public final class Until {
    private static final long LOOK_AGAIN_MILLIS = 100;

    private Until() {}

    /**
     * Waits until something comes true.
     *
     * @param seen what to say if it does not in time
     */
    public static void holds(String what, Duration within, Callable<Boolean> condition, Supplier<String> seen)
            throws Exception {
        long start = System.nanoTime();
        while (!condition.call()) {
            assertThat(System.nanoTime() - start)
                    .as("%s within %s; seen: %s", what, within, seen.get())
                    .isLessThan(within.toNanos());
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }
}
