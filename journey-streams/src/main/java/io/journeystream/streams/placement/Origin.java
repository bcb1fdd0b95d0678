package io.journeystream.streams.placement;

/**
 * Where an event was read.
 *
 * @param topic of its record, as the next two
 * @param arrived when it was appended there, epoch milliseconds
 */
public record Origin(String topic, int partition, long offset, long arrived) {}
