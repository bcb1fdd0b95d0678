package io.journeystream.streams.publishing;

import io.journeystream.journeys.Journey;

/** Where journeys go that subscribers have to hear of. */
public interface JourneyWriter {

    /** Writes the present state of a journey, or its end. */
    void write(Journey journey);
}
