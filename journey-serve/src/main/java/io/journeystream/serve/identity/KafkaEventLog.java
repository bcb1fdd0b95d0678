package io.journeystream.serve.identity;

import io.journeystream.clock.ClockTick;
import io.journeystream.events.Event;
import io.journeystream.registry.Decoded;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.serve.reading.ReadingProgress;
import io.journeystream.streams.intake.Intake;
import io.journeystream.streams.intake.Received.Accepted;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The topics that streams reads, judged as it judges them, as they were when this was made. */
final class KafkaEventLog implements EventLog {
    private final CommittedRecords records;
    private final Supplier<CommittedRecords> more;
    private final Intake intake;
    private final ReadingProgress progress;
    private final Map<Topic<?, ?>, Map<TopicPartition, Long>> ends = new HashMap<>();
    private @Nullable ImportMarks marks;

    /** @param more a second reader, for the marks of imports: opened only if there are events of an import */
    KafkaEventLog(CommittedRecords records, Supplier<CommittedRecords> more, Intake intake, ReadingProgress progress) {
        this.records = records;
        this.more = more;
        this.intake = intake;
        this.progress = progress;
        Topics.EVENTS.forEach(topic -> ends.put(topic, records.ends(topic)));
    }

    private ImportMarks marks() {
        if (marks == null) {
            ImportMarks found = new ImportMarks();
            try (CommittedRecords clock = more.get()) {
                clock.read(Topics.CLOCK, Map.of(), record -> mark(found, record));
            }
            marks = found;
        }
        return marks;
    }

    private void mark(ImportMarks found, ConsumerRecord<byte[], byte[]> record) {
        progress.read(record.topic());
        if (intake.tick(record.value()) instanceof Decoded.Value<ClockTick> tick) {
            found.add(tick.value(), record.timestamp());
        }
    }

    @Override
    public void read(Consumer<Event> reader) {
        ends.values().forEach(end -> records.read(Map.of(), end, record -> read(record, reader)));
    }

    private void read(ConsumerRecord<byte[], byte[]> record, Consumer<Event> reader) {
        progress.read(record.topic());
        if (intake.event(record.topic(), record.headers(), record.value()) instanceof Accepted accepted) {
            String importId = accepted.importId();
            if (importId == null || marks().count(importId, record.timestamp())) {
                reader.accept(accepted.event());
            }
        }
    }
}
