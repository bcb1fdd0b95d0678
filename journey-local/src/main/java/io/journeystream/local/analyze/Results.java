package io.journeystream.local.analyze;

import io.journeystream.local.output.OutputDirectory;
import io.journeystream.local.pipeline.Pipeline;
import io.journeystream.local.reading.CommittedRecords;
import io.journeystream.local.tally.Board;
import io.journeystream.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What came of a run, read back from Kafka and written to files: journeys, rejects, and the summary last. */
final class Results {
    private final Pipeline pipeline;
    private final OutputDirectory out;
    private final String currency;
    private final Board board = new Board();
    private final Map<TopicPartition, Long> rejectsBefore;
    private Map<String, Long> rejectsByReason = Map.of();

    /** Must be made before the run: rejects that are there already are not its own. */
    Results(Pipeline pipeline, OutputDirectory out, String currency) {
        this.pipeline = pipeline;
        this.out = out;
        this.currency = currency;
        try (CommittedRecords records = new CommittedRecords(pipeline.bootstrapServers())) {
            this.rejectsBefore = records.ends(Topics.REJECTS);
        }
    }

    /** Writes all three files; {@code asOf} is null if there was no event at all. */
    void write(Accounts accounts, @Nullable Instant asOf) throws IOException {
        try (CommittedRecords records = new CommittedRecords(pipeline.bootstrapServers())) {
            writeJourneys(records);
            writeRejects(records);
        }
        Summary summary =
                new Summary(accounts, board.matured(), board.provisional(), asOf == null ? null : asOf.toEpochMilli());
        out.write("summary.json", summary::writeTo);
        out.publish();
    }

    private void writeJourneys(CommittedRecords records) throws IOException {
        try (LiveJourneys journeys = new LiveJourneys(
                Topics.JOURNEYS.name(), Topics.JOURNEYS.valueDeserializer(pipeline.registry()), temporary())) {
            records.read(Topics.JOURNEYS, Map.of(), record -> journeys.add(record.value()));
            out.write("journeys.ndjson", stream -> journeys.writeTo(stream, board));
        }
    }

    private void writeRejects(CommittedRecords records) throws IOException {
        try (RunRejects rejects = new RunRejects(
                Topics.REJECTS.name(), Topics.REJECTS.valueDeserializer(pipeline.registry()), temporary())) {
            records.read(Topics.REJECTS, rejectsBefore, record -> rejects.add(record.value()));
            out.write("rejects.ndjson", rejects::writeTo);
            rejectsByReason = rejects.byReason();
        }
    }

    private Path temporary() {
        return pipeline.dataDirectory();
    }

    /** Number of rejects by reason; only what occurred. */
    Map<String, Long> rejectsByReason() {
        return rejectsByReason;
    }

    /** The journeys found, per type. */
    JourneyTable table() {
        return new JourneyTable(board, currency);
    }
}
