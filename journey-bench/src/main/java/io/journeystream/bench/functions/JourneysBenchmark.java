package io.journeystream.bench.functions;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Event;
import io.journeystream.journeys.ComputedJourney;
import io.journeystream.journeys.Journeys;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to recompute a customer, beside sorting that customer's events by time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JourneysBenchmark {
    private final Journeys journeys = new Journeys(Definitions.STANDARD);
    private final List<Event> events = SampleEvents.ofTheBusiestCustomer();

    /** The reference. */
    @Benchmark
    public List<Event> sortEvents() {
        return events.stream()
                .sorted((a, b) -> Long.compare(a.occurredAt(), b.occurredAt()))
                .toList();
    }

    /** Contacts, journeys, measures of all of them. */
    @Benchmark
    public List<ComputedJourney> recomputeCustomer() {
        return journeys.of(events, Long.MAX_VALUE / 8);
    }
}
