package io.journeystream.local.analyze;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.definitions.Definitions;
import io.journeystream.local.output.OutputDirectory;
import io.journeystream.local.pipeline.Pipeline;
import io.journeystream.local.tally.Board;
import io.journeystream.serve.identity.IdentityJson;
import io.journeystream.serve.identity.IdentityLog;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What came of a run, read back from Kafka and written to files: journeys, rejects, conflicts, and the summary last. */
final class Results {
    private final Pipeline pipeline;
    private final OutputDirectory out;
    private final Definitions definitions;
    private final Board board = new Board();
    private final Map<TopicPartition, Long> rejectsBefore;
    private Map<String, Long> rejectsByReason = Map.of();

    /** Must be made before the run: rejects that are there already are not its own. */
    Results(Pipeline pipeline, OutputDirectory out, Definitions definitions) {
        this.pipeline = pipeline;
        this.out = out;
        this.definitions = definitions;
        try (CommittedRecords records = new CommittedRecords(pipeline.bootstrapServers())) {
            this.rejectsBefore = records.ends(Topics.REJECTS);
        }
    }

    /** Writes all files; {@code asOf} is null if there was no event at all. */
    void write(Accounts accounts, @Nullable Instant asOf) throws IOException {
        try (CommittedRecords records = new CommittedRecords(pipeline.bootstrapServers())) {
            writeJourneys(records);
            writeRejects(records);
        }
        writeConflicts(accounts);
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

    /** The log is read only if there are any. */
    private void writeConflicts(Accounts accounts) {
        List<String> lines = accounts.conflicts() == 0 ? List.of() : conflicts();
        out.write("conflicts.ndjson", stream -> {
            for (String line : lines) {
                stream.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private List<String> conflicts() {
        Map<String, String> kafka = Map.of("bootstrap.servers", pipeline.bootstrapServers());
        try (IdentityLog log = new IdentityLog(kafka, pipeline.registry(), definitions.identity(), progress -> {})) {
            return IdentityJson.of(log.conflicts()).stream()
                    .map(ObjectNode::toString)
                    .toList();
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
        return new JourneyTable(board, definitions.currency());
    }
}
