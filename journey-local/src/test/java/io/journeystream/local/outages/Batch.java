package io.journeystream.local.outages;

import java.util.List;

/**
 * Events that were sent together.
 *
 * @param events one JSON object each
 * @param attempts how often they were sent until they were accepted
 */
record Batch(List<String> events, int attempts) {

    /** Sent once and accepted: whatever happened around it, each must be in Kafka once. */
    boolean isClean() {
        return attempts == 1;
    }
}
