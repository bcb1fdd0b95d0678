package io.journeystream.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.TopicConfig;

/** Compares the topics of a cluster with what they should be. */
record TopicCheck(List<Topic<?, ?>> missing, List<Found> found) {
    private static final List<String> CHECKED =
            List.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, TopicConfig.CLEANUP_POLICY_CONFIG);

    /** A topic as the cluster has it. */
    record Found(Topic<?, ?> topic, int partitions, Config configuration) {
        private String actual(String setting) {
            ConfigEntry entry = configuration.get(setting);
            return entry == null ? "nothing" : String.valueOf(entry.value());
        }

        private Stream<String> problems() {
            return CHECKED.stream()
                    .filter(setting -> !declared(setting).equals(actual(setting)))
                    .map(setting -> "topic " + topic + " has " + setting + "=" + actual(setting) + " and needs "
                            + declared(setting) + ": kafka-configs.sh --alter --entity-type topics --entity-name "
                            + topic
                            + " --add-config " + setting + "=" + declared(setting));
        }

        private String declared(String setting) {
            return topic.keeping().configuration().getOrDefault(setting, "nothing");
        }
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        missing.forEach(topic ->
                problems.add("topic " + topic + " does not exist: make it, or let Journeystream make its topics"));
        problems.addAll(unequalPartitions());
        found.stream().flatMap(Found::problems).forEach(problems::add);
        return problems;
    }

    private List<String> unequalPartitions() {
        Map<Integer, List<String>> byCount = new TreeMap<>();
        found.stream()
                .filter(topic -> Topics.PARTITIONED_ALIKE.contains(topic.topic()))
                .forEach(topic -> byCount.computeIfAbsent(topic.partitions(), count -> new ArrayList<>())
                        .add(topic.topic().name()));
        return byCount.size() < 2
                ? List.of()
                : List.of("topics that stitching reads must have equally many partitions, but by number of partitions"
                        + " they are " + byCount + ": make all of them anew with one number; adding partitions to"
                        + " topics with records would move keys away from their records");
    }
}
