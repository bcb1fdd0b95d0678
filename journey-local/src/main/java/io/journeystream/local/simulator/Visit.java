package io.journeystream.local.simulator;

import java.time.Instant;

/**
 * A contact that took place.
 *
 * @param handedOff whether self-service passed the person on to an employee
 */
record Visit(String entry, boolean handedOff, Ending ending, Instant end) {

    boolean metAnEmployee() {
        return ending == Ending.SETTLED_BY_EMPLOYEE || ending == Ending.UNSETTLED;
    }
}
