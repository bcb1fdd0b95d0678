package io.journeystream.local.services;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in sentences how far a service is, when it changes and now and then while it waits. */
final class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final Duration SAY_AGAIN = Duration.ofSeconds(30);

    private boolean ran;
    private boolean running;
    private long said = System.nanoTime() - SAY_AGAIN.toNanos();

    /** Called again and again. */
    void look(boolean runs) {
        if (runs && !running) {
            LOG.info("running");
            ran = true;
        } else if (!runs && (running || System.nanoTime() - said >= SAY_AGAIN.toNanos())) {
            said = System.nanoTime();
            LOG.info(
                    ran
                            ? "not at work on its partitions: other instances come or go, or Kafka or the registry is away; goes on"
                                    + " by itself"
                            : "restoring: joining the group and bringing local state up to date");
        }
        running = runs;
    }
}
