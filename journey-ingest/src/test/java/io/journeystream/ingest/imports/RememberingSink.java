package io.journeystream.ingest.imports;

import io.journeystream.events.Event;
import io.journeystream.ingest.producing.EventSink;
import io.journeystream.ingest.producing.Produced;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps in memory what is sent, as Kafka would. */
public final class RememberingSink implements EventSink {
    private final List<Event> events = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final List<Instant> ticks = new ArrayList<>();

    @Override
    public void send(Event event) {
        events.add(event);
    }

    @Override
    public void reject(Reject reject) {
        rejects.add(reject);
    }

    @Override
    public void tick(Instant time, String origin) {
        ticks.add(time);
    }

    @Override
    public void flush() {
        // what is in memory is kept
    }

    @Override
    public Produced produced() {
        return new Produced(
                events.size(),
                rejects.stream()
                        .map(Reject::getReason)
                        .collect(Collectors.<RejectReason, RejectReason, Long>toMap(
                                Function.identity(), reason -> 1L, Long::sum)));
    }

    public List<Event> events() {
        return events;
    }

    public List<Reject> rejects() {
        return rejects;
    }

    public List<Instant> ticks() {
        return ticks;
    }
}
