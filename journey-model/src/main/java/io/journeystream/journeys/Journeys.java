package io.journeystream.journeys;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Event;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.StandingFacts;
import io.journeystream.stitching.Stitching;
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
        return keep(evidence).update(watermark).now();
    }

    /** The same, to be kept up to date. */
    public ClusterJourneys keep(EvidenceGraph evidence) {
        return new ClusterJourneys(evidence, definitions, stitching);
    }
}
