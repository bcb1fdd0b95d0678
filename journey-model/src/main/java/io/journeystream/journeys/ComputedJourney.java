package io.journeystream.journeys;

import io.journeystream.events.Event;
import java.util.List;

/**
 * A journey as the rules give it, with what its keeper must know.
 *
 * @param journey the record to publish, without history ({@code corrected} false, {@code supersededBy} empty)
 * @param maturesAfter it is matured for a watermark greater than this, epoch milliseconds
 * @param touchedUntil latest end of any item that joined it by rules 1 to 5, epoch milliseconds
 * @param events all events it is made of
 */
public record ComputedJourney(Journey journey, long maturesAfter, long touchedUntil, List<Event> events) {}
