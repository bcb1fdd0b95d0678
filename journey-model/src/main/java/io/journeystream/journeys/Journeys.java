package io.journeystream.journeys;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Event;
import io.journeystream.identity.Customer;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.StandingFacts;
import io.journeystream.measures.Measures;
import io.journeystream.stitching.StitchedJourney;
import io.journeystream.stitching.Stitching;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The events of customers in, their journeys with their measures out: everything this product says. */
public final class Journeys {
    private final Definitions definitions;
    private final Stitching stitching;

    public Journeys(Definitions definitions) {
        this.definitions = definitions;
        this.stitching = new Stitching(definitions);
    }

    /**
     * The journeys of all events there are as of a watermark, in no particular order. Depends on nothing but its
     * arguments and the definitions, in particular not on the order of events.
     *
     * @param all each (source, eventId) once
     * @param watermark epoch milliseconds
     */
    public List<ComputedJourney> of(Collection<Event> all, long watermark) {
        return of(new EvidenceGraph(all, definitions.identity(), StandingFacts.NONE), watermark);
    }

    /** The journeys of the customers in there, likewise. */
    public List<ComputedJourney> of(EvidenceGraph evidence, long watermark) {
        List<ComputedJourney> journeys = new ArrayList<>();
        for (Customer customer : evidence.customers()) {
            for (StitchedJourney stitched : stitching.of(customer)) {
                journeys.add(compute(customer, stitched, watermark));
            }
        }
        return journeys;
    }

    private ComputedJourney compute(Customer customer, StitchedJourney stitched, long watermark) {
        Measures measures = new Measures(stitched, definitions, watermark);
        Journey journey = JourneyRecords.of(customer, stitched, measures, definitions);
        return new ComputedJourney(journey, measures.maturesAfter(), stitched.touchedUntil(), stitched.events());
    }
}
