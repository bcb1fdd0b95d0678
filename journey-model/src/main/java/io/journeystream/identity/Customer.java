package io.journeystream.identity;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import java.util.List;

/**
 * One customer and all events known of it (docs/semantics.md, section 3).
 *
 * @param customerId {@code c_} and 20 hex digits
 * @param strongest its strongest identifier, from which the id is made
 * @param events in no particular order, each (source, eventId) once
 */
public record Customer(String customerId, Identifier strongest, List<Event> events) {}
