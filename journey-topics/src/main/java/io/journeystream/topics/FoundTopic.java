package io.journeystream.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;

/** A topic as the cluster has it, beside what it declares itself to be. */
record FoundTopic(Topic<?, ?> topic, TopicDescription description, Config configuration) {
    private static final List<String> EXACTLY =
            List.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, TopicConfig.CLEANUP_POLICY_CONFIG);
    private static final List<String> AT_LEAST = List.of(
            TopicConfig.RETENTION_MS_CONFIG, TopicConfig.RETENTION_BYTES_CONFIG, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);

    int partitions() {
        return description.partitions().size();
    }

    List<String> problems(ClusterDemands demands) {
        List<String> problems = new ArrayList<>();
        if (demands.partitions() > 0 && partitions() != demands.partitions()) {
            problems.add(
                    "topic " + topic + " has " + partitions() + " partitions, asked for are " + demands.partitions()
                            + ": ask for " + partitions()
                            + ", or make the topic anew; adding partitions to a topic with records"
                            + " would move keys away from their records");
        }
        int copies = copies();
        if (copies < demands.replication()) {
            problems.add("topic " + topic + " has " + copies + " copies of a partition, asked for are "
                    + demands.replication() + ": give it more with kafka-reassign-partitions.sh --bootstrap-server"
                    + " HOST:PORT --reassignment-json-file FILE --execute, or ask for " + copies);
        }
        configurationProblems().forEach(problems::add);
        return problems;
    }

    private int copies() {
        return description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
    }

    private Stream<String> configurationProblems() {
        Map<String, String> declared = topic.keeping().configuration();
        return Stream.concat(EXACTLY.stream(), AT_LEAST.stream())
                .filter(declared::containsKey)
                .filter(setting -> !fits(setting, String.valueOf(declared.get(setting))))
                .map(setting -> problem(setting, String.valueOf(declared.get(setting))));
    }

    /** More than declared is somebody's decision, and does no harm. */
    private boolean fits(String setting, String declared) {
        String actual = actual(setting);
        return actual.equals(declared) || (AT_LEAST.contains(setting) && amount(actual) >= amount(declared));
    }

    /** -1 is without limit. */
    private static long amount(String value) {
        try {
            long amount = Long.parseLong(value);
            return amount == -1 ? Long.MAX_VALUE : amount;
        } catch (NumberFormatException e) {
            return Long.MIN_VALUE;
        }
    }

    private String problem(String setting, String declared) {
        return "topic " + topic + " has " + setting + "=" + actual(setting) + " and needs " + declared
                + (AT_LEAST.contains(setting) ? " or more" : "")
                + ": kafka-configs.sh --bootstrap-server HOST:PORT --alter --entity-type topics --entity-name " + topic
                + " --add-config " + setting + "=" + declared;
    }

    private String actual(String setting) {
        ConfigEntry entry = configuration.get(setting);
        return entry == null ? "nothing" : String.valueOf(entry.value());
    }
}
