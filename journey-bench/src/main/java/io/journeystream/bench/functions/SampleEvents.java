package io.journeystream.bench.functions;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.local.simulator.Simulator;
import io.journeystream.local.simulator.SimulatorSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events of the simulated organisation, the same in each run. */
final class SampleEvents {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int DELIVERIES = 20_000;

    private SampleEvents() {}

    /** As many as asked for, in order of arrival, each once. */
    static List<Event> first(int count) {
        Simulator simulator = simulator();
        List<Event> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(simulator.next().event());
        }
        return events;
    }

    /** All events of the customer who has most of them. */
    static List<Event> ofTheBusiestCustomer() {
        Simulator simulator = simulator();
        Map<Identifier, List<Event>> customers = new HashMap<>();
        for (int i = 0; i < DELIVERIES; i++) {
            Event event = simulator.next().event();
            customers
                    .computeIfAbsent(event.identifiers().get(0), identifier -> new ArrayList<>())
                    .add(event);
        }
        return customers.values().stream()
                .max((a, b) -> Integer.compare(a.size(), b.size()))
                .orElseThrow();
    }

    private static Simulator simulator() {
        return new Simulator(SimulatorSettings.realistic(1, START).withoutDirt());
    }
}
