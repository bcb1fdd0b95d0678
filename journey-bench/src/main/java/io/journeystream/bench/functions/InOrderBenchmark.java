package io.journeystream.bench.functions;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.TrustedRecords;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.journeys.ClusterJourneys;
import io.journeystream.journeys.Journeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What one more event in order costs, published at once: in a cluster of ten thousand events, beside one of ten. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InOrderBenchmark {
    static {
        TrustedRecords.trust();
    }

    private static final int MORE = 40;
    private static final List<Action> CALL = List.of(Action.STARTED, Action.QUEUED, Action.CONNECTED, Action.ENDED);
    private static final int KINDS_OF_ISSUE = 12;

    /** A cluster that is kept, and what comes next. */
    @State(Scope.Thread)
    public static class OfTen {
        private final Journeys journeys = new Journeys(Definitions.STANDARD);
        private final List<Event> events;
        private final List<Event> next;
        private ClusterJourneys kept;

        public OfTen() {
            this(10);
        }

        OfTen(int size) {
            this.events = events(0, size);
            this.next = events(size, MORE);
            this.kept = keep();
        }

        /** So that it does not grow. */
        @Setup(Level.Invocation)
        public void again() {
            kept = keep();
        }

        private ClusterJourneys keep() {
            ClusterJourneys cluster =
                    journeys.keep(new EvidenceGraph(events, Definitions.STANDARD.identity(), Set.of(), Set.of()));
            cluster.update(events.get(events.size() - 1).occurredAt());
            return cluster;
        }

        int addEach() {
            int changed = 0;
            for (Event event : next) {
                if (!kept.add(event)) {
                    throw new IllegalStateException("the long way: " + event);
                }
                changed += kept.update(event.occurredAt()).now().size();
            }
            return changed;
        }
    }

    /** The same with many. */
    @State(Scope.Thread)
    public static class OfTenThousand extends OfTen {
        public OfTenThousand() {
            super(10_000);
        }
    }

    /** The reference. */
    @Benchmark
    @OperationsPerInvocation(MORE)
    public int eventAfter10(OfTen cluster) {
        return cluster.addEach();
    }

    /** All of it: contacts, journeys, measures, the record. */
    @Benchmark
    @OperationsPerInvocation(MORE)
    public int eventAfter10000(OfTenThousand cluster) {
        return cluster.addEach();
    }

    private static List<Event> events(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(InOrderBenchmark::event)
                .toList();
    }

    /** Four events a call, a call every six hours. */
    private static Event event(int number) {
        int call = number / CALL.size();
        int step = number % CALL.size();
        Instant start = Instant.parse("2016-01-01T00:00:00Z").plus(Duration.ofHours(6L * call));
        return new Event.Channel(ChannelEvent.newBuilder()
                .setSource("acd")
                .setEventId("e" + number)
                .setOccurredAt(start.plus(Duration.ofMinutes(step)))
                .setIdentifiers(List.of(new Identifier("account", "a"), new Identifier("phone", "p")))
                .setIntent("issue" + call % KINDS_OF_ISSUE)
                .setChannel("phone")
                .setContactId("k" + call)
                .setDirection(Direction.INBOUND)
                .setAction(CALL.get(step))
                .build());
    }
}
