package io.journeystream.streams.publishing;

import io.journeystream.journeys.Cause;
import io.journeystream.journeys.Driver;
import io.journeystream.journeys.Drivers;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.journeys.Maturity;
import io.journeystream.journeys.ResolutionBasis;
import io.journeystream.journeys.Switches;
import io.journeystream.streams.clusters.PublishedJourney;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The last record of a journey that is none any more: what it became, all figures 0. Whose it was it does not tell, for
 * nothing remembers it when that customer is erased.
 */
final class Superseded {
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(6);

    private Superseded() {}

    /**
     * @param cause why it is published
     * @param becameIds ids of the journeys that hold any of its events; empty if none does
     */
    static Journey of(PublishedJourney gone, Cause cause, List<String> becameIds, String definitionsVersion) {
        return Journey.newBuilder()
                .setJourneyId(gone.getJourneyId())
                .setCustomerId("")
                .setType(gone.getType())
                .setDefinitionsVersion(definitionsVersion)
                .setStatus(JourneyStatus.SUPERSEDED)
                .setMaturity(gone.getMaturedDigest() == null ? Maturity.PROVISIONAL : Maturity.MATURED)
                .setCorrected(gone.getCorrected() || gone.getMaturedDigest() != null)
                .setCause(cause)
                .setSupersededBy(becameIds)
                .setStartedAt(Instant.ofEpochMilli(gone.getStartedAt()))
                .setActiveUntil(Instant.ofEpochMilli(gone.getActiveUntil()))
                .setContactCount(0)
                .setContacts(List.of())
                .setEvents(List.of())
                .setAttributes(Map.of())
                .setChannels(List.of())
                .setChannelCount(0)
                .setSwitches(new Switches(0, 0, 0))
                .setCost(NOTHING)
                .setSwitchCost(NOTHING)
                .setResolutionBasis(ResolutionBasis.NONE)
                .setEffort(0)
                .setEase(7)
                .setDrivers(noDrivers())
                .setTransfers(0)
                .setAbandons(0)
                .setRepeats(0)
                .setReopenings(0)
                .setWaitMillis(0)
                .setHoldMillis(0)
                .setHandleMillis(0)
                .build();
    }

    /** The same of a journey whose events were erased. */
    static Journey erased(PublishedJourney gone, Cause cause, String definitionsVersion) {
        return Journey.newBuilder(of(gone, cause, List.of(), definitionsVersion))
                .setStatus(JourneyStatus.ERASED)
                .build();
    }

    private static Drivers noDrivers() {
        Drivers drivers = new Drivers();
        Drivers.getClassSchema().getFields().forEach(field -> drivers.put(field.pos(), new Driver(0.0, 0.0)));
        return drivers;
    }
}
