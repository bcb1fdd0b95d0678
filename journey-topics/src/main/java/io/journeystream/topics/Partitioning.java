package io.journeystream.topics;

import org.apache.kafka.common.utils.Utils;

/** Where a key lies: the partition that the default partitioner of any Kafka client would choose for it. */
public final class Partitioning {
    private Partitioning() {}

    /**
     * The partition of a key.
     *
     * @param partitions how many the topic has, at least 1
     */
    public static int of(byte[] key, int partitions) {
        return hash(key) % partitions;
    }

    /** A number of a key, not negative, whose remainder by the number of partitions is its partition. */
    static int hash(byte[] key) {
        return Utils.toPositive(Utils.murmur2(key));
    }
}
