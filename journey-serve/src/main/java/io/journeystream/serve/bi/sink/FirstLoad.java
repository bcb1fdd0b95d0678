package io.journeystream.serve.bi.sink;

import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.bi.feeds.Surroundings;
import io.journeystream.serve.bi.topics.BeyondMeans;
import io.journeystream.serve.bi.topics.StandingRecords;
import io.journeystream.serve.reading.CommittedRecords;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an empty star with what the topics hold, in one transaction: of each key only its last record is read, so that
 * nothing is replaced, and keys come at the end. What comes meanwhile, or replaces what was read, is read after it in the
 * usual way. If anything fails, the star is as empty as it was.
 */
final class FirstLoad {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLoad.class);
    private static final Duration SAY_EVERY = Duration.ofSeconds(10);
    /** Several batches are in memory at a time; of the usual ones two are. */
    private static final int PARTS = 4;
    /** Batches and what Kafka's consumer holds need the rest. */
    private static final int OF_HEAP = 3;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int LOOKS_BEFORE_TOLD = 100;

    /** Whoever waits for it. */
    interface Watch {
        /** Whether to go on. */
        boolean isWanted();

        /** How far it is, as a sentence. */
        void says(String sentence);
    }

    private final SinkSettings settings;
    private final SchemaRegistry registry;
    private final Connection connection;
    private final Clock clock;
    private final Watch watch;
    private long read;
    private long said = System.nanoTime();

    /**
     * Begins nothing yet.
     *
     * @param connection without auto-commit, trusted as {@link Loading} is
     */
    FirstLoad(SinkSettings settings, SchemaRegistry registry, Connection connection, Clock clock, Watch watch) {
        this.settings = settings;
        this.registry = registry;
        this.connection = connection;
        this.clock = clock;
        this.watch = watch;
    }

    /**
     * Does it, if the star is empty, and if memory and PostgreSQL's locks suffice.
     *
     * @return how far the topics are in the database then; empty if nothing was done
     * @throws NotWanted if it was to go on no more
     */
    Optional<Batch> run(WriterTurn turn) throws SQLException, InterruptedException {
        if (!FreshStar.isEmpty(connection)) {
            return Optional.empty();
        }
        try (CommittedRecords records = new CommittedRecords(settings.kafka().consumer()).meanwhile(this::goOn)) {
            turn.hold(connection);
            FreshStar star = FreshStar.begin(connection);
            Batch reached = fill(star, records);
            reveal(star);
            Progress.write(connection, reached, clock.instant());
            connection.commit();
            return Optional.of(reached);
        } catch (BeyondMeans e) {
            connection.rollback();
            LOG.info("the star is filled in the usual way, which takes longer: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Batch fill(FreshStar star, CommittedRecords records) throws SQLException {
        StandingRecords standing = StandingRecords.of(records);
        long toRead = standing.toRead();
        say("fills the empty star from " + toRead + " records at most");
        Surroundings surroundings = Surroundings.read(records, registry);
        Map<String, StandingRecords.Outcome> outcomes;
        try (RowMakers rows = new RowMakers(registry, Math.max(1, settings.batchRecords() / PARTS), star::add)) {
            outcomes = standing.read(
                    rows::take, () -> progress(toRead), Runtime.getRuntime().maxMemory() / OF_HEAP);
            rows.finish();
        }
        say("fills the empty star: all rows are there, makes their keys");
        star.complete(surroundings.definitions());
        return reached(records, standing, outcomes, surroundings, star.records());
    }

    private void reveal(FreshStar star) throws SQLException, InterruptedException {
        for (int looks = 0; !star.reveal(); looks++) {
            if (looks == LOOKS_BEFORE_TOLD) {
                say("fills the empty star: waits until nobody reads in it for a moment; a transaction that somebody"
                        + " has left open holds it up, see pg_stat_activity");
            }
            goOn();
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
    }

    private static Batch reached(
            CommittedRecords records,
            StandingRecords standing,
            Map<String, StandingRecords.Outcome> outcomes,
            Surroundings surroundings,
            int count) {
        Batch reached = new Batch();
        reached.counted(count);
        reached.watermark(surroundings.watermark());
        Map<String, Long> lags = new HashMap<>();
        standing.ends().forEach((partition, end) -> {
            reached.read(partition, end);
            lags.merge(partition.topic(), -end, Long::sum);
        });
        outcomes.forEach((topic, outcome) -> {
            records.ends(topic).values().forEach(end -> lags.merge(topic, end, Long::sum));
            Instant last = outcome.lastRecord();
            reached.state(
                    topic,
                    new Batch.TopicState(
                            Math.max(0, lags.getOrDefault(topic, 0L)), last == null ? null : last.toEpochMilli()));
        });
        return reached;
    }

    private void progress(long toRead) {
        read++;
        if ((read & 0xfff) == 0 && System.nanoTime() - said > SAY_EVERY.toNanos()) {
            said = System.nanoTime();
            say("fills the empty star: " + read + " of at most " + toRead + " records are read");
        }
    }

    private void say(String sentence) {
        LOG.info(sentence);
        watch.says(sentence);
    }

    private void goOn() {
        if (!watch.isWanted()) {
            throw new NotWanted();
        }
    }

    /** It was ended in the middle. */
    static final class NotWanted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotWanted() {
            super("ended before the star was filled");
        }
    }
}
