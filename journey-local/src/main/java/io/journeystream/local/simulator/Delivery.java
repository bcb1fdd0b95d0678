package io.journeystream.local.simulator;

import io.journeystream.events.Event;
import java.time.Instant;

/**
 * An event on its way to the edge.
 *
 * @param arrivesAt when the edge gets it, simulated time; at or after the event's {@code occurredAt}
 */
public record Delivery(Instant arrivesAt, Event event) {}
