package io.journeystream.bench.functions;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystream.events.Event;
import io.journeystream.events.EventEncoding;
import io.journeystream.ingest.events.EventJson;
import io.journeystream.ingest.events.EventParser;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.ingest.identifiers.IdentifierNormaliser;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What an event costs at the edge, beside what reading its JSON alone costs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EdgeBenchmark {
    private static final int EVENTS = 1_024;

    private final ObjectMapper json = new ObjectMapper();
    private final EventParser parser = new EventParser(new IdentifierNormaliser(IdentifierSettings.STANDARD));
    private final EventEncoding encoding = new EventEncoding();
    private final List<Event> events = SampleEvents.first(EVENTS);
    private final List<byte[]> texts = events.stream().map(EventJson::bytes).toList();
    private int next;

    private int next() {
        next = (next + 1) % EVENTS;
        return next;
    }

    /** The reference: JSON to maps and strings. */
    @Benchmark
    public Object readJson() throws IOException {
        return json.readValue(texts.get(next()), Object.class);
    }

    /** JSON to an event: read, validated, normalised. */
    @Benchmark
    public Parsed parseEvent() throws IOException {
        return parser.parse(json.readValue(texts.get(next()), Object.class));
    }

    /** An event to Avro. */
    @Benchmark
    public byte[] encodeEvent() {
        return encoding.encode(events.get(next()));
    }

    /** Avro to an event. */
    @Benchmark
    public Event decodeEvent(Encoded encoded) {
        return encoding.decode(encoded.of(next()));
    }

    /** The same events as Avro. */
    @State(Scope.Benchmark)
    public static class Encoded {
        private final EventEncoding encoding = new EventEncoding();
        private final List<byte[]> bytes =
                SampleEvents.first(EVENTS).stream().map(encoding::encode).toList();

        byte[] of(int index) {
            return bytes.get(index);
        }
    }
}
