package io.journeystream.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares a cluster with what it should be.
 *
 * @param transactionVersion finalised level of Kafka's feature of this name; 0 if it has none
 */
record TopicCheck(List<Topic<?, ?>> missing, List<FoundTopic> found, int transactionVersion) {

    List<String> problems(ClusterDemands demands) {
        List<String> problems = new ArrayList<>();
        if (transactionVersion < demands.transactionVersion()) {
            problems.add("the cluster's transaction.version is " + transactionVersion + " and must be "
                    + demands.transactionVersion()
                    + ", or what a killed instance left open could mix with what the next"
                    + " one writes: kafka-features.sh --bootstrap-server HOST:PORT upgrade --feature transaction.version="
                    + demands.transactionVersion() + "; for brokers that are too old for it, say that you accept less"
                    + " with topics.transaction-version=" + transactionVersion);
        }
        missing.forEach(
                topic -> problems.add("topic " + topic + " does not exist: make it with `./journey topics create`"));
        problems.addAll(unequalPartitions());
        found.forEach(topic -> problems.addAll(topic.problems(demands)));
        return problems;
    }

    private List<String> unequalPartitions() {
        Map<Integer, List<String>> byCount = new TreeMap<>();
        found.stream()
                .filter(topic -> Topics.PARTITIONED_ALIKE.contains(topic.topic())
                        || topic.topic().equals(Topics.JOURNEYS))
                .forEach(topic -> byCount.computeIfAbsent(topic.partitions(), count -> new ArrayList<>())
                        .add(topic.topic().name()));
        return byCount.size() < 2
                ? List.of()
                : List.of("topics that streams reads must have equally many partitions, but by number of partitions"
                        + " they are " + byCount + ": make all of them anew with one number; adding partitions to"
                        + " topics with records would move keys away from their records");
    }
}
