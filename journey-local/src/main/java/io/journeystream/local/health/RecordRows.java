package io.journeystream.local.health;

import io.journeystream.local.output.Csv;
import io.journeystream.local.output.FlatRecord;
import io.journeystream.local.output.FlatRecord.FixedList;
import io.journeystream.local.output.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Cells and edges for scripts, a record a line, each with its end. */
public final class RecordRows {
    private static final FixedList BY_CHANNEL_COUNT = new FixedList("byChannelCount", 4);

    private RecordRows() {}

    /**
     * A line of names, and one for each record; without histograms.
     *
     * @param schema of the records
     * @param leftOut fields that say nothing here
     */
    public static Stream<String> csv(Schema schema, Set<String> leftOut, Collection<? extends IndexedRecord> records) {
        FlatRecord flat = new FlatRecord(schema, leftOut, BY_CHANNEL_COUNT);
        return Stream.concat(
                Stream.of(Csv.line(flat.names())), records.stream().map(record -> Csv.line(flat.values(record))));
    }

    /**
     * Whole records as objects.
     *
     * @param leftOut fields that say nothing here
     */
    public static Stream<String> json(Set<String> leftOut, Collection<? extends IndexedRecord> records) {
        return records.stream()
                .map(record -> new String(RecordJson.line(record, leftOut), StandardCharsets.UTF_8) + "\n");
    }
}
