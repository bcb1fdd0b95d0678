package io.journeystream.serve.alerts.targets;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends in a thread of its own, so that sending ends in time whatever the target does: names that are not found, answers
 * that come byte by byte.
 */
final class TimedChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(TimedChannel.class);

    private final Target target;
    private final Sending sending;
    private final ExecutorService threads;
    private final Duration within;

    TimedChannel(Target target, Sending sending, ExecutorService threads, Duration within) {
        this.target = target;
        this.sending = sending;
        this.threads = threads;
        this.within = within;
    }

    @Override
    public Sent send(Notice notice) {
        Attempt attempt = new Attempt();
        try {
            Future<Sent> sent = threads.submit(() -> send(notice, attempt));
            return sent.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Sent.Failed(name() + " has not answered within " + within.toSeconds() + " s", null);
        } catch (RejectedExecutionException e) {
            return new Sent.Failed(name() + " was not told, this program is ending", null);
        } catch (ExecutionException e) {
            LOG.error("{} was not told, because of a mistake in this program", name(), e.getCause());
            return new Sent.Failed(name() + " was not told, because of a mistake in this program; see its log", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Sent.Failed(name() + " was not waited for, the thread was interrupted", null);
        } finally {
            attempt.giveUp();
        }
    }

    private Sent send(Notice notice, Attempt attempt) {
        try {
            return sending.send(notice, attempt);
        } catch (NotSent e) {
            return e.sent();
        }
    }

    private String name() {
        return "the " + target.kind() + " target";
    }

    /** Each notice has a connection of its own, which ends with it. */
    @Override
    public void close() {}
}
