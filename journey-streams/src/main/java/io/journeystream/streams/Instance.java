package io.journeystream.streams;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import io.journeystream.streams.state.StateMemory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;

/**
 * One running instance of Kafka Streams and what belongs to it: what becomes of its failures, a watch of what lies unread,
 * its end. Does not know what it computes.
 */
final class Instance implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);
    private static final Duration ASK_FOR_LAG = Duration.ofSeconds(1);
    private static final int SETTLED = 3; // looks; an aborted transaction would have shown by then

    private final String name;
    private final KafkaStreams streams;
    private final StateMemory memory;
    private final Admin admin;
    private final Failures failures;
    private final LagWatch lagWatch;
    private final ScheduledExecutorService watching;
    private final AtomicInteger interruptions = new AtomicInteger();

    /**
     * Takes all that it is given, and closes it.
     *
     * @param name what a person calls it, such as {@code stitching}
     * @param lag asks Kafka how many records lie unread
     */
    Instance(String name, KafkaStreams streams, StateMemory memory, Admin admin, LongSupplier lag) {
        this.name = name;
        this.streams = streams;
        this.memory = memory;
        this.admin = admin;
        this.failures = new Failures(name, Duration.ofMillis(200), Duration.ofSeconds(10));
        this.lagWatch = new LagWatch(lag, System::nanoTime);
        this.watching = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name + "-watch");
            thread.setDaemon(true);
            return thread;
        });
        streams.setUncaughtExceptionHandler(failures);
        streams.setStateListener(this::changed);
    }

    private void changed(KafkaStreams.State now, KafkaStreams.State before) {
        if (now == KafkaStreams.State.RUNNING) {
            failures.recovered();
        } else if (before == KafkaStreams.State.RUNNING && now == KafkaStreams.State.REBALANCING) {
            interruptions.incrementAndGet();
        }
    }

    /** Begins to work; returns at once. */
    void start() {
        streams.start();
        watch(Duration.ZERO, ASK_FOR_LAG, lagWatch);
    }

    /**
     * Has something done again and again, one at a time with all else that is watched.
     *
     * @param watch reports its failures itself
     */
    void every(Duration pause, Runnable watch) {
        watch(pause, pause, watch);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what is watched reports its failures itself
    private void watch(Duration first, Duration pause, Runnable watch) {
        watching.scheduleWithFixedDelay(watch, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** The surprise that stopped it; empty while there was none. */
    Optional<Throwable> failure() {
        return failures.surprise();
    }

    /** How often it was interrupted since it first ran: by rebalances, outages, transactions that took too long. */
    int interruptions() {
        return interruptions.get();
    }

    /** Records that lay unread about a second ago; empty if that is not known. */
    OptionalLong knownLag() {
        return lagWatch.last();
    }

    /** Whether it runs; says nothing of what lies unread. */
    Readiness readiness() {
        Readiness readiness = failure()
                .map(cause -> new Readiness(false, List.of(hasStopped(cause))))
                .orElse(Readiness.READY);
        return isRunning()
                ? readiness
                : readiness.but(name + " is " + streams.state() + ": it starts, restores, rebalances or has stopped");
    }

    /**
     * Waits until nothing is left to do.
     *
     * @param isDone whether nothing is; asked only while it runs, and must hold for a while
     * @return false if it was not so within the time
     * @throws IllegalStateException if it stopped because of a surprise, which is the cause
     */
    boolean awaitDrained(Duration within, BooleanSupplier isDone) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        int settled = 0;
        while (System.nanoTime() - end < 0) {
            failure().ifPresent(cause -> {
                throw new IllegalStateException(hasStopped(cause), cause);
            });
            settled = isRunning() && isDone.getAsBoolean() ? settled + 1 : 0;
            if (settled == SETTLED) {
                return true;
            }
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
        return false;
    }

    private String hasStopped(Throwable cause) {
        return name + " has stopped: " + cause.getMessage();
    }

    /** Finishes what it is at, commits, and stops. The next one need not wait until this one is missed by its group. */
    @Override
    public void close() {
        watching.shutdownNow();
        failures.stop();
        boolean stopped = streams.close(CloseOptions.timeout(CLOSE_WITHIN).withGroupMembershipOperation(LEAVE_GROUP));
        admin.close();
        if (stopped) { // memory in use must not be given back
            memory.close();
        }
    }
}
