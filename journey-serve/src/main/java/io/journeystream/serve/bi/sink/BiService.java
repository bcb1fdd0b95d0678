package io.journeystream.serve.bi.sink;

import io.journeystream.registry.RegistryRefused;
import io.journeystream.registry.RegistryUnavailable;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.bi.schema.DatabaseRefused;
import io.journeystream.serve.bi.schema.Refusals;
import io.journeystream.serve.reading.KafkaUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the star for as long as it is open. Outages of database, Kafka or registry it waits out, and goes on where the
 * database is. Of several over one database one writes, and the others stand by.
 */
public final class BiService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BiService.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final Duration CLOSING = Duration.ofSeconds(20);

    private final SinkSettings settings;
    private final SchemaRegistry registry;
    private final DataSource database;
    private final SinkMeters meters;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "bi");
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>("has not begun");
    private final FirstLoad.Watch watch = new FirstLoad.Watch() {
        @Override
        public boolean isWanted() {
            return !closed;
        }

        @Override
        public void says(String sentence) {
            trouble.set(sentence);
        }
    };
    private long pauseMillis = FIRST_PAUSE_MILLIS;
    private boolean hasWritten;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean closed;

    private BiService(
            SinkSettings settings, SchemaRegistry registry, DataSource database, SinkMeters meters, Clock clock) {
        this.settings = settings;
        this.registry = registry;
        this.database = database;
        this.meters = meters;
        this.clock = clock;
    }

    /** Begins at once, or as soon as everything is there; the schema must be. */
    public static BiService start(
            SinkSettings settings, SchemaRegistry registry, DataSource database, SinkMeters meters, Clock clock) {
        BiService service = new BiService(settings, registry, database, meters, clock);
        service.thread.setDaemon(true);
        service.thread.start();
        return service;
    }

    /** What keeps it from writing, or comes before it, as a sentence; null if it writes, or another one does. */
    public @Nullable String trouble() {
        return trouble.get();
    }

    /**
     * Waits until it is closed.
     *
     * @throws DatabaseRefused if it can never begin as things are
     */
    public void await() throws InterruptedException {
        try {
            ended.get();
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof DatabaseRefused refused) {
                throw refused;
            }
            throw new CompletionException(e.getCause());
        }
    }

    private void run() {
        try {
            keep();
            ended.complete(null);
        } finally { // whoever waits is told, whatever it was
            ended.completeExceptionally(new IllegalStateException("the sink has ended by an error: see the log"));
        }
    }

    private void keep() {
        while (!closed) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                attend(connection);
            } catch (SQLException e) {
                refusedOrWaited(Refusals.of(e));
            } catch (DatabaseRefused | KafkaUnavailable | KafkaException | RegistryUnavailable | RegistryRefused e) {
                refusedOrWaited(e);
            } catch (WriterTurn.TakenOver e) {
                waitOut(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) { // or the star would stand still for good
                LOG.error("unexpected; it is tried again", e);
                waitOut("unexpected " + e);
            }
        }
    }

    private void attend(Connection connection) throws SQLException {
        while (!closed && !WriterTurn.lock(connection)) {
            if (trouble.getAndSet(null) != null) {
                LOG.info("stands by: another sink writes to this database");
            }
            rest(LOOK_AGAIN);
        }
        if (closed) {
            return;
        }
        try (SinkLife life = new SinkLife(settings, registry, connection, clock, watch)) {
            live(life);
        } catch (SQLException e) {
            tell(connection, String.valueOf(Refusals.of(e).getMessage()));
            throw e;
        } catch (FirstLoad.NotWanted e) {
            LOG.info(e.getMessage());
        } catch (InterruptedException e) {
            closed = true;
        } catch (WriterTurn.TakenOver e) {
            throw e; // the other one says how it is
        } catch (RuntimeException e) {
            tell(connection, String.valueOf(e.getMessage()));
            throw e;
        } finally {
            meters.ended();
        }
    }

    private void live(SinkLife life) throws SQLException {
        while (!closed) {
            life.step().ifPresent(this::written);
        }
        life.finish().ifPresent(meters::written);
    }

    private void written(Batch batch) {
        meters.written(batch);
        if (!batch.isProgress()) {
            return;
        }
        if (trouble.getAndSet(null) != null) {
            LOG.info("writes to the database");
        }
        hasWritten = true;
        pauseMillis = FIRST_PAUSE_MILLIS;
    }

    /** In the database, too, if that is there: whoever looks at figures should know. */
    private void tell(Connection connection, String why) {
        try {
            connection.rollback();
            Progress.trouble(connection, why, clock.instant());
            connection.commit();
        } catch (SQLException e) {
            LOG.debug("the database does not hear of it either", e);
        }
    }

    private void refusedOrWaited(RuntimeException why) {
        if (why instanceof DatabaseRefused && !hasWritten) {
            closed = true;
            ended.completeExceptionally(why);
        } else {
            waitOut(String.valueOf(why.getMessage()));
        }
    }

    private void waitOut(String why) {
        meters.failed();
        if (!closed && !why.equals(trouble.getAndSet(why))) {
            LOG.warn("the database is not kept up to date, which is tried again: {}", why);
        }
        rest(Duration.ofMillis(pauseMillis - ThreadLocalRandom.current().nextLong(pauseMillis / 5)));
        pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
    }

    private void rest(Duration time) {
        try {
            closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Ends when what is being written is in the database; what is not comes with the next start. */
    @Override
    public void close() {
        closed = true;
        closing.countDown();
        try {
            thread.join(CLOSING.toMillis());
            thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
