package io.journeystream.local.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What really happened: one concern of one person from beginning to end. The pipeline never sees this.
 *
 * @param contacts inbound contacts, a call and its call-back within half an hour counting once
 * @param settled whether the concern was settled in the end, as the person would say
 * @param containment how self-service ended for the first contact; null if it did not begin there
 * @param over end of the last contact
 */
public record Issue(
        String type,
        Instant startedAt,
        int contacts,
        boolean settled,
        @Nullable Containment containment,
        Instant over) {

    /** How a first contact in self-service really ended. */
    public enum Containment {
        /** Settled there, and the person never needed an employee for it. */
        CONTAINED,
        /** Looked settled there, but the person had to come back. */
        FALSELY_CONTAINED,
        HANDED_OFF,
        LEFT
    }

    /** Settled at the first contact. */
    public boolean settledAtFirst() {
        return settled && contacts == 1;
    }
}
