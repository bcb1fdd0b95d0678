package io.journeystream.local.erasure;

import io.journeystream.events.Identifier;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.erasure.Receipt;
import io.journeystream.serve.erasure.TopicCare;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.serve.reading.ReadingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.TopicPartition;

/** Looks for the identifiers of a receipt in every topic that is ours, from its beginning to its end. */
public final class ErasureSearch {
    private final Map<String, ?> kafka;
    private final RecordNames names;
    private final ReadingProgress progress;

    /**
     * Nothing is read yet.
     *
     * @param kafka {@code bootstrap.servers} and further properties of Kafka's consumer
     * @param spelling of the edge, for what it has refused
     * @param listener told how far reading is while it takes long
     */
    public ErasureSearch(
            Map<String, ?> kafka,
            SchemaRegistry registry,
            UnaryOperator<Identifier> spelling,
            Consumer<String> listener) {
        this.kafka = Map.copyOf(kafka);
        this.names = new RecordNames(registry, new TypedPayload(spelling));
        this.progress = new ReadingProgress(listener);
    }

    /**
     * What each topic holds.
     *
     * @param read how far streams has read what it deletes then
     * @throws io.journeystream.serve.reading.KafkaUnavailable if Kafka does not answer
     */
    public List<TopicTrace> search(Receipt receipt, List<TopicCare> topics, Map<TopicPartition, Long> read) {
        List<TopicTrace> traces = new ArrayList<>();
        try (CommittedRecords records = new CommittedRecords(kafka)) {
            for (TopicCare care : topics) {
                Map<TopicPartition, Long> consumed = care.isDeletedByStreams() ? read : Map.of();
                TopicSearch search = new TopicSearch(
                        care, names, receipt.names(), receipt.until().toEpochMilli(), consumed);
                records.read(Map.of(), records.ends(care.topic()), record -> {
                    progress.read(record.topic());
                    search.take(record);
                });
                traces.add(search.trace());
            }
        }
        return traces;
    }
}
