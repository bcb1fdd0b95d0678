package io.journeystream.streams.placement;

import io.journeystream.events.Identifier;
import io.journeystream.identity.Identifiers;
import io.journeystream.topics.Partitioning;

/**
 * Which partition an identifier's cluster lies on, whoever produced the event with whatever key.
 *
 * @param partition the one that asks
 * @param partitions how many each input topic has
 */
public record Placement(int partition, int partitions) {

    /** Whether it is the partition that asks. */
    public boolean isHere(Identifier strongest) {
        return Partitioning.of(Identifiers.key(strongest), partitions) == partition;
    }
}
