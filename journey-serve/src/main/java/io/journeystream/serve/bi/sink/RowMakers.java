package io.journeystream.serve.bi.sink;

import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.bi.feeds.Feed;
import io.journeystream.serve.bi.feeds.FeedReader;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of records whose order does not matter, in as many threads as there are processors, four at most, while the
 * rows before are written and the next records are read. A few batches are in memory at a time, no more. For one thread.
 */
final class RowMakers implements AutoCloseable {
    private static final int MAKERS = Math.min(4, Runtime.getRuntime().availableProcessors());

    /** Of records whose rows are made together; as rows they take two or three times as much. */
    private static final long MOST_BYTES = 8L << 20;

    private final SchemaRegistry registry;
    private final int batchRecords;
    private final BatchWriter writer;
    private final ExecutorService makers = Executors.newFixedThreadPool(MAKERS, task -> new Thread(task, "bi-rows"));
    private final Deque<CompletableFuture<Batch>> making = new ArrayDeque<>();
    private List<ConsumerRecord<byte[], byte[]>> next = new ArrayList<>();
    private long bytes;
    private @Nullable Feed<?> feed;

    /** @param write gets one batch at a time */
    RowMakers(SchemaRegistry registry, int batchRecords, BatchWriter.Write write) {
        this.registry = registry;
        this.batchRecords = batchRecords;
        this.writer = new BatchWriter(write);
    }

    /** One more record. */
    void take(Feed<?> from, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        if (feed != from) {
            make();
            feed = from;
        }
        next.add(record);
        bytes += record.value() == null ? 0 : record.value().length;
        if (next.size() == batchRecords || bytes > MOST_BYTES) {
            make();
        }
    }

    /** Waits until all rows are written. */
    void finish() throws SQLException {
        make();
        while (!making.isEmpty()) {
            writeFirst();
        }
        writer.finish();
    }

    private void make() throws SQLException {
        if (feed == null || next.isEmpty()) {
            return;
        }
        if (making.size() > MAKERS) {
            writeFirst();
        }
        Feed<?> from = feed;
        List<ConsumerRecord<byte[], byte[]>> records = next;
        making.add(CompletableFuture.supplyAsync(() -> batch(from, records), makers));
        next = new ArrayList<>();
        bytes = 0;
    }

    private void writeFirst() throws SQLException {
        try {
            writer.next(making.remove().join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private <V extends SpecificRecord> Batch batch(Feed<V> from, List<ConsumerRecord<byte[], byte[]>> records) {
        FeedReader<V> reader = new FeedReader<>(from, registry);
        Batch batch = new Batch();
        records.forEach(record -> reader.read(record, batch));
        return batch;
    }

    @Override
    public void close() {
        makers.shutdownNow();
        writer.close();
    }
}
