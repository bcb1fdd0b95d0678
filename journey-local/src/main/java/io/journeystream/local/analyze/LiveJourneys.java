package io.journeystream.local.analyze;

import io.journeystream.events.Utf8Order;
import io.journeystream.journeys.Journey;
import io.journeystream.local.output.RecordJson;
import io.journeystream.local.output.Spill;
import io.journeystream.local.tally.Board;
import io.journeystream.local.tally.Facts;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The live view: the last record of each journey that is still one. Keeps the records on disk and a short entry for
 * each journey in memory.
 */
final class LiveJourneys implements Closeable {
    private record Entry(String journeyId, long startedAt, Spill.Place place) {}

    /** What tells of a journey's past depends on when events came; the live view does not (semantics.md, section 2). */
    private static final Set<String> HISTORY = Set.of("corrected", "cause", "supersededBy");

    private static final Comparator<Entry> IN_ORDER =
            Comparator.comparingLong(Entry::startedAt).thenComparing(Entry::journeyId, Utf8Order::compare);

    private final Deserializer<Journey> deserializer;
    private final String topic;
    private final Spill spill;
    private final Map<String, Entry> live = new HashMap<>();

    LiveJourneys(String topic, Deserializer<Journey> deserializer, Path temporary) throws IOException {
        this.topic = topic;
        this.deserializer = deserializer;
        this.spill = new Spill(temporary);
    }

    /** Takes a record as it lies in the topic; a later one of the same journey replaces it. */
    void add(byte[] value) throws IOException {
        Journey journey = deserializer.deserialize(topic, value);
        if (Facts.isLive(journey)) {
            Entry entry =
                    new Entry(journey.getJourneyId(), journey.getStartedAt().toEpochMilli(), spill.keep(value));
            live.put(entry.journeyId(), entry);
        } else {
            live.remove(journey.getJourneyId());
        }
    }

    /** One journey a line, by start and id; the board counts what is written. */
    void writeTo(OutputStream stream, Board board) throws IOException {
        spill.written();
        List<Entry> ordered = live.values().stream().sorted(IN_ORDER).toList();
        for (Entry entry : ordered) {
            Journey journey = deserializer.deserialize(topic, spill.at(entry.place()));
            board.update(journey);
            stream.write(RecordJson.line(journey, HISTORY));
            stream.write('\n');
        }
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }
}
