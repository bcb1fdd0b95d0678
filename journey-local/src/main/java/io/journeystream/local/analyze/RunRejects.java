package io.journeystream.local.analyze;

import io.journeystream.local.output.RecordJson;
import io.journeystream.local.output.Spill;
import io.journeystream.rejects.Reject;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Deserializer;

/** The rejects of a run, on disk, and how many there are for each reason. */
final class RunRejects implements Closeable {
    private record Entry(String file, long line, long number, Spill.Place place) {}

    private static final Comparator<Entry> IN_ORDER =
            Comparator.comparing(Entry::file).thenComparingLong(Entry::line).thenComparingLong(Entry::number);

    private final Deserializer<Reject> deserializer;
    private final String topic;
    private final Spill spill;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Long> byReason = new TreeMap<>();

    RunRejects(String topic, Deserializer<Reject> deserializer, Path temporary) throws IOException {
        this.topic = topic;
        this.deserializer = deserializer;
        this.spill = new Spill(temporary);
    }

    /** Takes a record as it lies in the topic. */
    void add(byte[] value) throws IOException {
        Reject reject = deserializer.deserialize(topic, value);
        String file = reject.getFile() == null ? "" : reject.getFile();
        long line = reject.getLine() == null ? 0 : reject.getLine();
        entries.add(new Entry(file, line, entries.size(), spill.keep(value)));
        byReason.merge(reject.getReason().name(), 1L, Long::sum);
    }

    /** One reject a line, by file and line, then as they came. */
    void writeTo(OutputStream stream) throws IOException {
        spill.written();
        entries.sort(IN_ORDER);
        for (Entry entry : entries) {
            stream.write(RecordJson.line(deserializer.deserialize(topic, spill.at(entry.place()))));
            stream.write('\n');
        }
    }

    /** Number of rejects by reason; only what occurred. */
    Map<String, Long> byReason() {
        return byReason;
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }
}
