package io.journeystream.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A record of a topic as whoever has read it tells it: its value in Avro's JSON. */
record Told(String topic, String key, JsonNode value) {

    static Told of(String topic, String key, SpecificRecord value) {
        try {
            return new Told(topic, key, AvroJson.of(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of topic, key and value, with tabs between them. */
    static Told parse(String line) throws IOException {
        String[] parts = line.split("\t", 3);
        return new Told(parts[0], parts[1], AvroJson.parse(parts[2]));
    }

    static List<Told> parse(List<String> lines) throws IOException {
        List<Told> told = new ArrayList<>();
        for (String line : lines) {
            told.add(parse(line));
        }
        return told;
    }

    static void assertSame(Collection<Told> theirs, Collection<Told> ours) {
        assertThat(theirs)
                .usingElementComparator((a, b) -> a.isSame(b) ? 0 : 1)
                .containsExactlyInAnyOrderElementsOf(ours);
    }

    private boolean isSame(Told other) {
        return topic.equals(other.topic) && key.equals(other.key) && value.equals(AvroJson.NUMBERS, other.value);
    }
}
