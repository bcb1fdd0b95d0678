package io.journeystream.serve.alerts.targets;

import org.jspecify.annotations.Nullable;

/** One try to send, which another thread may give up: then what it waits for ends. */
final class Attempt {
    private boolean isGivenUp;
    private @Nullable Runnable stop;

    /** From now on the attempt waits for something that ends when {@code stop} is run. */
    synchronized void waitsFor(Runnable stop) {
        this.stop = stop;
        if (isGivenUp) {
            stop.run();
        }
    }

    synchronized void giveUp() {
        isGivenUp = true;
        if (stop != null) {
            stop.run();
        }
    }
}
