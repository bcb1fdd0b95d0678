package io.journeystream.serve.alerts.watch;

import io.journeystream.alerts.StandingRules;
import io.journeystream.alerts.WrittenRule;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.definitions.LaidDownDefinitions;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.serve.reading.KafkaUnavailable;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules that hold now: those of the definitions that were laid down, and in their place those written since. */
final class LiveRules implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);

    private final Map<String, Object> kafka;
    private final SchemaRegistry registry;
    private final Tail definitionsTail;
    private final LatestRecords<WrittenRule> written;
    private WrittenDefinitions definitions = WrittenDefinitions.STANDARD;
    private StandingRules standing = new StandingRules(definitions.definitions(), List.of(), Set.of(), List.of());

    LiveRules(Map<String, Object> kafka, SchemaRegistry registry, CommittedRecords records) {
        this.kafka = kafka;
        this.registry = registry;
        this.definitionsTail = Tail.ofAll(records, Topics.DEFINITIONS);
        this.written = new LatestRecords<>(
                        kafka, registry, Topics.ALERT_RULES, WrittenRule.class, name -> true, sentence -> {})
                .passingOver(LOG::warn);
    }

    /**
     * Reads what was written since; tells whether other rules or definitions may hold now.
     *
     * @throws KafkaUnavailable if Kafka does not answer, or holds definitions that cannot be decoded: without them nobody
     *     knows which rules there are
     */
    boolean refresh() {
        boolean moved = definitionsTail.read(record -> {});
        if (moved) {
            definitions = laidDown();
        }
        if (written.refresh() || moved) {
            standing = StandingRules.of(definitions, written.values()).besides(written.unreadable());
            standing.mistakes().forEach(mistake -> LOG.warn("an alert rule is left out: {}", mistake));
            return true;
        }
        return false;
    }

    private WrittenDefinitions laidDown() {
        LaidDownDefinitions read = LaidDownDefinitions.read(kafka, registry);
        if (!read.isComplete()) {
            throw new KafkaUnavailable("definitions in " + Topics.DEFINITIONS.name()
                    + " cannot be decoded: is this the registry that streams uses?");
        }
        return read.latest().map(StandingDefinitions::written).orElse(WrittenDefinitions.STANDARD);
    }

    StandingRules standing() {
        return standing;
    }

    @Override
    public void close() {
        written.close();
    }
}
