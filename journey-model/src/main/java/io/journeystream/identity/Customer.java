package io.journeystream.identity;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import java.util.List;
import java.util.Map;

/**
 * One customer and all events known of it (docs/semantics.md, section 3).
 *
 * @param customerId {@code c_} and 20 hex digits
 * @param strongest its strongest identifier, from which the id is made
 * @param events in no particular order, each (source, eventId) once
 * @param since when each of its identifiers was first seen with it, epoch milliseconds
 */
public record Customer(String customerId, Identifier strongest, List<Event> events, Map<Identifier, Long> since) {}
