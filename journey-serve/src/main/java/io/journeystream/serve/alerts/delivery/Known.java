package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.Alert;
import java.time.Instant;

/**
 * How an alert stands.
 *
 * @param seen when this was first known here, by the clock on the wall: alerts' own times are those of events
 */
public record Known(Alert alert, Instant seen) {}
