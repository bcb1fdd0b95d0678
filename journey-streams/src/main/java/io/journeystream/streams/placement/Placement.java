package io.journeystream.streams.placement;

import io.journeystream.events.Identifier;
import io.journeystream.topics.Addresses;

/**
 * Which partition an identifier's cluster lies on, whoever produced the event with whatever key.
 *
 * @param partition the one that asks
 * @param partitions how many each input topic has
 */
public record Placement(int partition, int partitions) {

    /** Whether it is the partition that asks. */
    public boolean isHere(Identifier strongest) {
        return Addresses.partition(strongest, partitions) == partition;
    }
}
