package io.journeystream.local.erasure;

import io.journeystream.serve.erasure.ErasedNames;
import io.journeystream.serve.erasure.TopicCare;
import io.journeystream.streams.names.StoredNames.Named;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Searches the records of one topic, in the order of their partitions, for erased identifiers. */
final class TopicSearch {
    private final TopicCare care;
    private final RecordNames names;
    private final ErasedNames erased;
    private final long until;
    private final Map<TopicPartition, Long> consumed;
    private final Map<Key, Boolean> found = new HashMap<>();

    private long read;
    private long all;
    private long unreadable;
    private @Nullable Instant last;

    private record Key(int partition, @Nullable ByteBuffer key, long offset) {}

    /**
     * Nothing is searched yet.
     *
     * @param until what occurred later is not meant, epoch milliseconds
     * @param consumed before which offsets records will be deleted because they are read; empty where none will
     */
    TopicSearch(TopicCare care, RecordNames names, ErasedNames erased, long until, Map<TopicPartition, Long> consumed) {
        this.care = care;
        this.names = names;
        this.erased = erased;
        this.until = until;
        this.consumed = Map.copyOf(consumed);
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        read++;
        Optional<List<Named>> named =
                RecordNames.NAMELESS.contains(record.topic()) ? Optional.of(List.of()) : names.in(record);
        unreadable += named.isEmpty() ? 1 : 0;
        boolean meant = named.orElse(List.of()).stream().anyMatch(this::isMeant);
        if (meant) {
            all++;
            last = Instant.ofEpochMilli(record.timestamp());
        }
        Key key = key(record);
        if (meant || found.containsKey(key)) {
            found.put(key, meant && record.value() != null && !isConsumed(record));
        }
    }

    private boolean isConsumed(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        return record.offset() < consumed.getOrDefault(partition, 0L);
    }

    private boolean isMeant(Named each) {
        return (each.at() == null || each.at() <= until) && erased.contain(each.customerId());
    }

    /** Where nothing is compacted every record is one of its own. */
    private Key key(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        return care.compacted() && key != null
                ? new Key(record.partition(), ByteBuffer.wrap(key), 0)
                : new Key(record.partition(), null, record.offset());
    }

    TopicTrace trace() {
        long live = found.values().stream().filter(each -> each).count();
        return new TopicTrace(care, read, live, all - live, unreadable, last);
    }
}
