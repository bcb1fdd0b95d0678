package io.journeystream.local.truth;

import io.journeystream.events.Identifier;
import io.journeystream.local.simulator.Origin;

/**
 * A contact as it was found, beside whose it really is.
 *
 * @param owner the identifier to whose customer its first event belongs
 */
record TrueContact(StitchedContact found, Identifier owner, Origin origin) {
    String customerId() {
        return found.customerId();
    }

    String journeyId() {
        return found.journeyId();
    }

    String person() {
        return origin.person();
    }

    String issue() {
        return origin.issue();
    }
}
