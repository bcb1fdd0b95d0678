package io.journeystream.contacts;

import io.journeystream.definitions.Channel;
import io.journeystream.journeys.Mode;
import java.util.List;

/**
 * A maximal run of one channel in the events of a contact (docs/semantics.md, section 4).
 *
 * @param start earliest occurrence, epoch milliseconds
 * @param end latest occurrence plus its given duration, epoch milliseconds
 * @param costMicros millionths of the currency
 */
public record ContactLeg(Channel channel, long start, long end, boolean served, long costMicros) {

    /** Whether an employee is needed, served or not. */
    public boolean isAssisted() {
        return channel.mode() == Mode.ASSISTED;
    }

    static boolean anyAssisted(List<ContactLeg> legs) {
        for (ContactLeg leg : legs) {
            if (leg.isAssisted()) {
                return true;
            }
        }
        return false;
    }
}
