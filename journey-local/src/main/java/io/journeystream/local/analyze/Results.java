package io.journeystream.local.analyze;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.definitions.Definitions;
import io.journeystream.health.Correction;
import io.journeystream.health.Flow;
import io.journeystream.health.HealthCell;
import io.journeystream.local.output.OutputDirectory;
import io.journeystream.local.output.RecordJson;
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
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run, read back from Kafka and written to files: journeys and their health, corrections, rejects,
 * conflicts, and the summary last.
 */
final class Results {
    private final Pipeline pipeline;
    private final OutputDirectory out;
    private final Definitions definitions;
    private final Board board = new Board();
    private final Map<TopicPartition, Long> rejectsBefore;
    private final Map<TopicPartition, Long> correctionsBefore;
    private Map<String, Long> rejectsByReason = Map.of();

    /** Must be made before the run: rejects that are there already are not its own. */
    Results(Pipeline pipeline, OutputDirectory out, Definitions definitions) {
        this.pipeline = pipeline;
        this.out = out;
        this.definitions = definitions;
        try (CommittedRecords records = new CommittedRecords(pipeline.bootstrapServers())) {
            this.rejectsBefore = records.ends(Topics.REJECTS);
            this.correctionsBefore = records.ends(Topics.CORRECTIONS);
        }
    }

    /** Writes all files; {@code asOf} is null if there was no event at all. */
    void write(Accounts accounts, @Nullable Instant asOf) throws IOException {
        try (CommittedRecords records = new CommittedRecords(pipeline.bootstrapServers())) {
            writeJourneys(records);
            writeRejects(records);
            writeHealth(records);
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

    private void writeHealth(CommittedRecords records) throws IOException {
        LatestRecords<HealthCell> cells = new LatestRecords<>(Topics.HEALTH, pipeline.registry());
        records.read(Topics.HEALTH, Map.of(), cells::add);
        out.write("health.ndjson", cells::writeTo);
        LatestRecords<Flow> flows = new LatestRecords<>(Topics.FLOWS, pipeline.registry());
        records.read(Topics.FLOWS, Map.of(), flows::add);
        out.write("flows.ndjson", flows::writeTo);
        Deserializer<Correction> corrections = Topics.CORRECTIONS.valueDeserializer(pipeline.registry());
        out.write(
                "corrections.ndjson",
                stream -> records.read(Topics.CORRECTIONS, correctionsBefore, record -> {
                    stream.write(RecordJson.line(
                            corrections.deserialize(Topics.CORRECTIONS.name(), record.value()), Set.of()));
                    stream.write('\n');
                }));
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
