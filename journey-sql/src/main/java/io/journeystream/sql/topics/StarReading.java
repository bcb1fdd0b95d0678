package io.journeystream.sql.topics;

import io.journeystream.local.sql.StarSource;
import io.journeystream.local.view.Console;
import io.journeystream.serve.bi.feeds.Feed;
import io.journeystream.serve.bi.feeds.FeedReader;
import io.journeystream.serve.bi.feeds.Surroundings;
import io.journeystream.serve.bi.topics.StandingRecords;
import io.journeystream.serve.bi.topics.StandingRecords.Outcome;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.sql.star.StarDimensions;
import io.journeystream.sql.star.StarLoad;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Fills the star with what the topics hold now. Each topic where the last record of a key counts is read twice.
 */
public final class StarReading {
    private static final int ATTEMPTS = 3;

    private final StarSource source;
    private final Console console;
    private final Clock clock;

    public StarReading(StarSource source, Console console, Clock clock) {
        this.source = source;
        this.console = console;
        this.clock = clock;
    }

    /**
     * Makes the star.
     *
     * @throws KafkaUnavailable if the topics cannot be read
     */
    public AsRead into(Connection database) throws SQLException {
        try (CommittedRecords records = new CommittedRecords(source.kafka())) {
            for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
                try {
                    return into(database, records);
                } catch (Changed e) {
                    console.err().println(e.getMessage() + "; reads again");
                }
            }
            return into(database, records);
        } catch (Changed e) {
            throw new KafkaUnavailable(e.getMessage() + " three times: try again later", e);
        }
    }

    private AsRead into(Connection database, CommittedRecords records) throws SQLException, Changed {
        Surroundings surroundings = Surroundings.read(records, source.registry());
        StandingRecords standing = StandingRecords.of(records);
        Instant now = clock.instant();
        Progress progress = new Progress(console, standing.toRead());
        Map<String, Outcome> outcomes;
        StarLoad load = StarLoad.begin(database);
        try (load) {
            Map<Feed<?>, FeedReader<?>> readers = new HashMap<>();
            outcomes = standing.read(
                    (feed, record) -> readers.computeIfAbsent(feed, each -> new FeedReader<>(each, source.registry()))
                            .read(record, load),
                    progress::read,
                    Long.MAX_VALUE);
        }
        refuseChanged(outcomes);
        StarDimensions dimensions = new StarDimensions(database);
        dimensions.fill(load, surroundings.definitions());
        dimensions.freshness(outcomes, surroundings.watermark(), now);
        return new AsRead(standing.ends(), surroundings.definitions(), surroundings.watermark(), now);
    }

    private static void refuseChanged(Map<String, Outcome> outcomes) throws Changed {
        for (Map.Entry<String, Outcome> each : outcomes.entrySet()) {
            if (each.getValue().gone() > 0) {
                throw new Changed("Kafka has tidied up " + each.getKey() + " while it was read");
            }
        }
    }

    /** A record that counted has gone since, for a later one of its key has come. */
    private static final class Changed extends Exception {
        private static final long serialVersionUID = 1L;

        Changed(String message) {
            super(message);
        }
    }
}
