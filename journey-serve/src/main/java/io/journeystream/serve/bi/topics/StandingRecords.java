package io.journeystream.serve.bi.topics;

import io.journeystream.serve.bi.feeds.Feed;
import io.journeystream.serve.bi.feeds.Feeds;
import io.journeystream.serve.reading.CommittedRecords;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What the topics of the star hold up to where they ended at first. Topics of which only the last record of a key counts
 * are read twice: first to learn which records these are, then for them alone. For one thread.
 */
public final class StandingRecords {
    private final CommittedRecords records;
    private final Map<String, Map<TopicPartition, Long>> ends;

    private StandingRecords(CommittedRecords records, Map<String, Map<TopicPartition, Long>> ends) {
        this.records = records;
        this.ends = ends;
    }

    /**
     * Those up to where the topics end now.
     *
     * @throws io.journeystream.serve.reading.KafkaUnavailable if Kafka does not answer, or lacks a topic
     */
    public static StandingRecords of(CommittedRecords records) {
        Map<String, Map<TopicPartition, Long>> ends = new LinkedHashMap<>();
        Feeds.ALL.forEach(feed -> ends.put(feed.topic().name(), records.ends(feed.topic())));
        return new StandingRecords(records, ends);
    }

    /** Takes a record that stands. */
    @FunctionalInterface
    public interface Taker<E extends Exception> {
        void take(Feed<?> feed, ConsumerRecord<byte[], byte[]> record) throws E;
    }

    /**
     * How one topic was read.
     *
     * @param lastRecord when Kafka took its last record; null if it has none
     * @param gone records that stood and that Kafka has tidied up since, for later ones of their keys have come
     */
    public record Outcome(@Nullable Instant lastRecord, int gone) {}

    /** Of each partition where it ends, exclusively. */
    public Map<TopicPartition, Long> ends() {
        Map<TopicPartition, Long> all = new HashMap<>();
        ends.values().forEach(all::putAll);
        return all;
    }

    /** How many records there are to read, at most; those that are read twice count twice. */
    public long toRead() {
        return Feeds.ALL.stream()
                .mapToLong(feed -> (feed.lastCounts() ? 2 : 1) * size(feed))
                .sum();
    }

    private long size(Feed<?> feed) {
        return of(feed).values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<TopicPartition, Long> of(Feed<?> feed) {
        return ends.getOrDefault(feed.topic().name(), Map.of());
    }

    /**
     * Reads all, topic by topic.
     *
     * @param read done for each record that is read, also where it does not stand
     * @param mostBytes of memory to remember which records stand
     * @return how it went, by topic
     * @throws io.journeystream.serve.reading.KafkaUnavailable if Kafka sends nothing any more although there is more
     * @throws BeyondMeans if a topic has too many keys for that memory
     */
    public <E extends Exception> Map<String, Outcome> read(Taker<E> taker, Runnable read, long mostBytes) throws E {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Feed<?> feed : Feeds.ALL) {
            outcomes.put(feed.topic().name(), read(feed, taker, read, mostBytes));
        }
        return outcomes;
    }

    private <E extends Exception> Outcome read(Feed<?> feed, Taker<E> taker, Runnable read, long mostBytes) throws E {
        LastOffsets lasts = new LastOffsets(mostBytes);
        if (feed.lastCounts()) {
            records.read(Map.of(), of(feed), record -> {
                read.run();
                lasts.add(record);
            });
        }
        Second<E> second = new Second<>(feed, feed.lastCounts() ? lasts : null, taker);
        records.read(Map.of(), of(feed), record -> {
            read.run();
            second.take(record);
        });
        return new Outcome(
                second.last == null ? null : Instant.ofEpochMilli(second.last),
                feed.lastCounts() ? lasts.standing() - second.taken : 0);
    }

    /** The second reading of a topic, or its only one. */
    private static final class Second<E extends Exception> {
        private final Feed<?> feed;
        private final @Nullable LastOffsets lasts;
        private final Taker<E> taker;
        private @Nullable Long last;
        private int taken;

        Second(Feed<?> feed, @Nullable LastOffsets lasts, Taker<E> taker) {
            this.feed = feed;
            this.lasts = lasts;
            this.taker = taker;
        }

        void take(ConsumerRecord<byte[], byte[]> record) throws E {
            last = last == null ? record.timestamp() : Math.max(last, record.timestamp());
            if (lasts == null || lasts.has(record)) {
                taken++;
                taker.take(feed, record);
            }
        }
    }
}
