package io.journeystream.bench.health;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Event;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.local.simulator.Admission;
import io.journeystream.local.simulator.Simulator;
import io.journeystream.local.simulator.SimulatorSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events of the simulated organisation whose customers belong to one of 50 branches and have one of 50 products. */
final class BranchEvents {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int CUSTOMERS = 40_000;
    private static final double ISSUES_PER_DAY = 1_500;
    private static final int VALUES = 50;

    private BranchEvents() {}

    static List<Event> make(int number) {
        Simulator simulator = new Simulator(
                SimulatorSettings.realistic(1, START).withoutDirt().sized(CUSTOMERS, ISSUES_PER_DAY));
        Admission admission =
                new Admission(new IdentifierSettings(Definitions.STANDARD.identity(), null, Map.of(), null));
        List<Event> events = new ArrayList<>();
        while (events.size() < number) {
            if (admission.evenLate(simulator.next()) instanceof Parsed.Accepted accepted) {
                events.add(placed(accepted.event()));
            }
        }
        return events;
    }

    private static Event placed(Event event) {
        if (!(event instanceof Event.Channel channel)) {
            return event;
        }
        int hash = Math.floorMod(event.identifiers().get(0).getValue().hashCode() * 31, VALUES * VALUES);
        Map<String, String> attributes = new HashMap<>(channel.avro().getAttributes());
        attributes.put("branch", "branch " + hash % VALUES);
        attributes.put("product", "product " + hash / VALUES);
        return new Event.Channel(ChannelEvent.newBuilder(channel.avro())
                .setAttributes(attributes)
                .build());
    }
}
