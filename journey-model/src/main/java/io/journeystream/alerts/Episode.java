package io.journeystream.alerts;

import org.jspecify.annotations.Nullable;

/**
 * One time that a rule fired.
 *
 * @param from when it fired, epoch milliseconds of event time
 * @param until when it was over; null if it is not
 * @param first what was found then
 * @param worst value while it fired, in the metric's unit
 */
public record Episode(
        String rule, Subject subject, long from, @Nullable Long until, Reading first, double worst) {}
