package io.journeystream.topics;

/**
 * What a cluster must have for Journeystream to work on it, besides what every topic declares itself.
 *
 * @param partitions of each topic; 0 for any number
 * @param replication least copies of each partition; -1 for any number
 * @param transactionVersion least finalised level of Kafka's feature {@code transaction.version}, from 0 to 2
 */
public record ClusterDemands(int partitions, int replication, int transactionVersion) {
    /** From this level on, what a producer left open when it was killed cannot mix with what its successor writes. */
    public static final int SAFE_TRANSACTIONS = 2;

    /** Only that the topics are as they declare themselves. */
    public static final ClusterDemands TOPICS_ALONE = new ClusterDemands(0, -1, 0);

    /** The standard: the safe transactions, too. */
    public static final ClusterDemands STRICT = new ClusterDemands(0, -1, SAFE_TRANSACTIONS);

    public ClusterDemands {
        if (partitions < 0) {
            throw new IllegalArgumentException("partitions must be at least 1, or 0 for any number, was " + partitions);
        }
        if (replication == 0 || replication < -1) {
            throw new IllegalArgumentException("replication must be at least 1, or -1 for any, was " + replication);
        }
        if (transactionVersion < 0 || transactionVersion > SAFE_TRANSACTIONS) {
            throw new IllegalArgumentException("transaction version must be 0, 1 or 2, was " + transactionVersion);
        }
    }
}
