package io.journeystream.local.services;

import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Kind;
import io.journeystream.runtime.configuration.Kinds;
import io.journeystream.runtime.configuration.Setting;
import io.journeystream.topics.ClusterDemands;
import java.util.List;

/** Settings of the topics. */
public final class TopicKeys {
    /** How many copies; none is no number. */
    static final Kind<Long> COPIES = new Kind<>("a whole number from 1 to 100, or -1", TopicKeys::copies, false);

    public static final Setting<Long> PARTITIONS = new Setting<>(
            "topics.partitions",
            Kinds.wholeNumber(1, 10_000),
            "4",
            "Partitions of each topic that is made; if given, checked for those that exist. Cannot be changed later.");

    public static final Setting<Long> REPLICATION = new Setting<>(
            "topics.replication",
            COPIES,
            "-1",
            "Copies of each partition of topics that are made, and least number for those that exist; -1 for the brokers'"
                    + " default.");

    public static final Setting<Long> TRANSACTION_VERSION = new Setting<>(
            "topics.transaction-version",
            Kinds.wholeNumber(0, ClusterDemands.SAFE_TRANSACTIONS),
            "2",
            "Least finalised level of Kafka's feature transaction.version; give less to accept an older cluster.");

    /** In the order of the reference. */
    public static final List<Setting<?>> ALL = List.of(PARTITIONS, REPLICATION, TRANSACTION_VERSION);

    private TopicKeys() {}

    /** What is demanded of a cluster; the number of partitions only if somebody has given one. */
    public static ClusterDemands demands(Configuration configuration) {
        int partitions = configuration.place(PARTITIONS).isPresent() ? partitions(configuration) : 0;
        return new ClusterDemands(
                partitions, replication(configuration), Math.toIntExact(configuration.get(TRANSACTION_VERSION)));
    }

    public static int partitions(Configuration configuration) {
        return Math.toIntExact(configuration.get(PARTITIONS));
    }

    /** -1 for the brokers' default. */
    public static int replication(Configuration configuration) {
        return Math.toIntExact(configuration.get(REPLICATION));
    }

    private static Long copies(String text) {
        long copies = Long.parseLong(text);
        if (copies < -1 || copies == 0 || copies > 100) {
            throw new IllegalArgumentException();
        }
        return copies;
    }
}
