package io.journeystream.streams;

import io.journeystream.registry.RegistryUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a thread of Kafka Streams dies. An outage of Kafka or of the registry: wait, longer each time, and go on
 * where it was, with nothing lost. Anything else is a surprise: stop, and say why.
 */
final class Failures implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /**
     * What an outage ends in. Besides being told so: a transaction that Kafka has given up, or an instance that another
     * has taken over from. Kafka Streams begins again by itself then, but not if it happens where a task begins: what a
     * processor throws there reaches us wrapped.
     */
    private static final List<Class<? extends Throwable>> OUTAGES = List.of(
            RegistryUnavailable.class,
            RetriableException.class,
            TransactionAbortableException.class,
            ApplicationRecoverableException.class,
            OutOfOrderSequenceException.class,
            TaskCorruptedException.class,
            TaskMigratedException.class);

    private final String name;
    private final Duration firstWait;
    private final Duration longestWait;
    private final AtomicInteger outages = new AtomicInteger();
    private final AtomicReference<Throwable> surprise = new AtomicReference<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    /**
     * Knows of none yet.
     *
     * @param name of what the threads work for, such as {@code stitching}, to tell a person
     */
    Failures(String name, Duration firstWait, Duration longestWait) {
        this.name = name;
        this.firstWait = firstWait;
        this.longestWait = longestWait;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable thrown) {
        if (isOutage(thrown)) {
            Duration wait = nextWait();
            LOG.warn("{} waits {} for an outage to end: {}", name, wait, rootMessage(thrown));
            await(wait);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("{} stops because of a failure that it does not know", name, thrown);
        surprise.compareAndSet(null, thrown);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** Why it stopped; empty while it has not. */
    Optional<Throwable> surprise() {
        return Optional.ofNullable(surprise.get());
    }

    /** All is well again: the next outage begins with a short wait. */
    void recovered() {
        outages.set(0);
    }

    /** Ends all waiting, since all is to stop. */
    void stop() {
        stopping.countDown();
    }

    static boolean isOutage(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            Throwable cause = t;
            if (OUTAGES.stream().anyMatch(outage -> outage.isInstance(cause))) {
                return true;
            }
        }
        return false;
    }

    private Duration nextWait() {
        int doublings = Math.min(outages.getAndIncrement(), 16);
        Duration wait = firstWait.multipliedBy(1L << doublings);
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }

    private void await(Duration wait) {
        try {
            if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("no more waiting: {} is to stop", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }
}
