package io.journeystream.sql.topics;

import io.journeystream.local.sql.StarSource;
import io.journeystream.local.view.Console;
import io.journeystream.serve.bi.feeds.Feed;
import io.journeystream.serve.bi.feeds.FeedReader;
import io.journeystream.serve.bi.feeds.Feeds;
import io.journeystream.serve.bi.feeds.Surroundings;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.sql.star.StarDimensions;
import io.journeystream.sql.star.StarLoad;
import io.journeystream.topics.Topics;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Fills the star with what the topics hold now. Each topic where the last record of a key counts is read twice: first to
 * learn which records these are, which takes little memory, then to make rows of them alone.
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
        Surroundings surroundings = surroundings(records);
        Map<String, Map<TopicPartition, Long>> ends = new LinkedHashMap<>();
        Feeds.ALL.forEach(feed -> ends.put(feed.topic().name(), records.ends(feed.topic())));
        Instant now = clock.instant();
        Progress progress = new Progress(console, toRead(ends));
        Map<String, @Nullable Instant> lastRecords = new LinkedHashMap<>();
        StarLoad load = StarLoad.begin(database);
        try (load) {
            for (Feed<?> feed : Feeds.ALL) {
                String topic = feed.topic().name();
                lastRecords.put(topic, read(feed, ends.getOrDefault(topic, Map.of()), records, load, progress));
            }
        }
        StarDimensions dimensions = new StarDimensions(database);
        dimensions.fill(load, surroundings.definitions());
        dimensions.freshness(lastRecords, surroundings.watermark(), now);
        Map<TopicPartition, Long> all = new HashMap<>();
        ends.values().forEach(all::putAll);
        return new AsRead(all, surroundings.definitions(), surroundings.watermark(), now);
    }

    private Surroundings surroundings(CommittedRecords records) {
        Surroundings surroundings = new Surroundings(source.registry());
        records.read(Topics.DEFINITIONS, Map.of(), surroundings::hear);
        records.read(Topics.CLOCK, records.last(Topics.CLOCK, Surroundings.LAST_TICKS), surroundings::hear);
        return surroundings;
    }

    private static long toRead(Map<String, Map<TopicPartition, Long>> ends) {
        return Feeds.ALL.stream()
                .mapToLong(feed -> (feed.lastCounts() ? 2 : 1)
                        * ends.getOrDefault(feed.topic().name(), Map.of()).values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                .sum();
    }

    /** Gives when Kafka took the last record; null if there is none. */
    private <V extends SpecificRecord> @Nullable Instant read(
            Feed<V> feed, Map<TopicPartition, Long> ends, CommittedRecords records, StarLoad load, Progress progress)
            throws Changed {
        LastOffsets lasts = new LastOffsets();
        if (feed.lastCounts()) {
            records.read(Map.of(), ends, record -> {
                progress.read();
                lasts.add(record);
            });
        }
        Rows<V> rows = new Rows<>(new FeedReader<>(feed, source.registry()), load, feed.lastCounts() ? lasts : null);
        records.read(Map.of(), ends, record -> {
            progress.read();
            rows.take(record);
        });
        if (feed.lastCounts() && rows.made < lasts.standing()) {
            throw new Changed("Kafka has tidied up " + feed.topic().name() + " while it was read");
        }
        return rows.last;
    }

    /** What becomes of the records of a topic. */
    private static final class Rows<V extends SpecificRecord> {
        private final FeedReader<V> reader;
        private final StarLoad load;
        private final @Nullable LastOffsets lasts;
        private int made;
        private @Nullable Instant last;

        Rows(FeedReader<V> reader, StarLoad load, @Nullable LastOffsets lasts) {
            this.reader = reader;
            this.load = load;
            this.lasts = lasts;
        }

        void take(ConsumerRecord<byte[], byte[]> record) {
            Instant taken = Instant.ofEpochMilli(record.timestamp());
            last = last == null || taken.isAfter(last) ? taken : last;
            if (lasts == null || lasts.has(record)) {
                made++;
                reader.read(record, load);
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
