package io.journeystream.serve.alerts.watch;

import io.journeystream.alerts.AlertRule;
import io.journeystream.alerts.AlertRules;
import io.journeystream.alerts.WrittenRule;
import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.definitions.LaidDownDefinitions;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.topics.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private List<AlertRule> rules = List.of();

    LiveRules(Map<String, Object> kafka, SchemaRegistry registry, CommittedRecords records) {
        this.kafka = kafka;
        this.registry = registry;
        this.definitionsTail = Tail.ofAll(records, Topics.DEFINITIONS);
        this.written = new LatestRecords<>(
                kafka, registry, Topics.ALERT_RULES, WrittenRule.class, name -> true, sentence -> {});
    }

    /** Reads what was written since; tells whether other rules or definitions may hold now. */
    boolean refresh() {
        boolean moved = definitionsTail.read(record -> {});
        if (moved) {
            definitions = LaidDownDefinitions.read(kafka, registry)
                    .latest()
                    .map(StandingDefinitions::written)
                    .orElse(WrittenDefinitions.STANDARD);
        }
        if (written.refresh() || moved) {
            rules = all();
            return true;
        }
        return false;
    }

    private List<AlertRule> all() {
        Map<String, AlertRule> all = new LinkedHashMap<>();
        AlertRules.of(definitions).forEach(rule -> all.put(rule.name(), rule));
        for (WrittenRule each : written.values()) {
            AlertRules.Read read = AlertRules.file(each.getName(), each.getContent(), definitions.definitions());
            read.rules().forEach(rule -> all.put(rule.name(), rule));
            read.mistakes().forEach(mistake -> LOG.warn("the rule {} is left out: {}", each.getName(), mistake));
        }
        return new ArrayList<>(all.values());
    }

    List<AlertRule> rules() {
        return rules;
    }

    Definitions definitions() {
        return definitions.definitions();
    }

    @Override
    public void close() {
        written.close();
    }
}
