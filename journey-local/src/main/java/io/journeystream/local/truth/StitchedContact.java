package io.journeystream.local.truth;

import io.journeystream.events.Event;

/**
 * A contact as it was found; one whose events belong to several customers is one for each.
 *
 * @param customerId whose it was found to be
 * @param journeyId of which journey it was found to be a part
 * @param first its first event, which stands for it
 */
public record StitchedContact(String customerId, String journeyId, Event first) {}
