package io.journeystream.journeys;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.JourneyDefinition;
import io.journeystream.events.Digests;
import io.journeystream.measures.Measures;
import io.journeystream.stitching.Item;
import io.journeystream.stitching.StitchedJourney;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A measured journey as the record that is published. */
final class JourneyRecords {
    /** Contacts, and events, that the record shows; the measures count all. */
    private static final int CAP = 200;

    private JourneyRecords() {}

    static Journey of(String customerId, StitchedJourney journey, Measures measures, Definitions definitions) {
        List<String> channels = measures.channels();
        return Journey.newBuilder()
                .setJourneyId(journeyId(journey.firstEventName()))
                .setCustomerId(customerId)
                .setType(journey.type())
                .setTeam(team(definitions.definition(journey.type())))
                .setDefinitionsVersion(definitions.version())
                .setStatus(measures.status())
                .setMaturity(measures.maturity())
                .setStartedAt(Instant.ofEpochMilli(journey.startedAt()))
                .setActiveUntil(Instant.ofEpochMilli(journey.activeUntil()))
                .setContactCount(journey.inbound().size())
                .setContacts(JourneyContacts.of(journey.contacts(), CAP))
                .setContactsOmitted(Math.max(0, journey.contacts().size() - CAP))
                .setEvents(JourneyEvents.of(journey.joined(), CAP))
                .setEventsOmitted(Math.max(0, journey.joined().size() - CAP))
                .setAttributes(attributes(journey.items()))
                .setChannels(channels)
                .setChannelCount(measures.channelCount())
                .setEntryChannel(journey.entryChannel())
                .setLastChannel(journey.lastChannel())
                .setSwitches(measures.switches())
                .setCost(Money.ofMicros(measures.costMicros()))
                .setSwitchCost(Money.ofMicros(measures.switchCostMicros()))
                .setResolved(measures.resolved())
                .setResolutionBasis(measures.resolutionBasis())
                .setFirstContactResolution(measures.firstContactResolution())
                .setContainment(measures.containment())
                .setEffort(measures.effort())
                .setEase(measures.ease())
                .setDrivers(measures.drivers())
                .setCes(measures.ces())
                .setCsat(measures.csat())
                .setNps(measures.nps())
                .setTimeToResolutionMillis(measures.timeToResolution())
                .setTransfers(measures.transfers())
                .setAbandons(measures.abandons())
                .setRepeats(measures.repeats())
                .setReopenings(measures.reopenings())
                .setWaitMillis(measures.waitMillis())
                .setHoldMillis(measures.holdMillis())
                .setHandleMillis(measures.handleMillis())
                .setTransitions(measures.transitions())
                .build();
    }

    /** {@code j_} and 20 hex digits of the first event of the first item. */
    static String journeyId(String firstEventName) {
        return "j_" + Digests.hex20(firstEventName.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String team(@Nullable JourneyDefinition definition) {
        return definition == null ? null : definition.team();
    }

    private static Map<String, String> attributes(List<Item> items) {
        Map<String, String> attributes = new TreeMap<>();
        items.forEach(item -> attributes.putAll(item.attributes()));
        return attributes;
    }
}
