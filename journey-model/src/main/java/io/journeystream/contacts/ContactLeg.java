package io.journeystream.contacts;

import io.journeystream.definitions.Channel;

/**
 * A maximal run of one channel in the events of a contact (docs/semantics.md, section 4).
 *
 * @param start earliest occurrence, epoch milliseconds
 * @param end latest occurrence plus its given duration, epoch milliseconds
 * @param costMicros millionths of the currency
 */
public record ContactLeg(Channel channel, long start, long end, boolean served, long costMicros) {}
