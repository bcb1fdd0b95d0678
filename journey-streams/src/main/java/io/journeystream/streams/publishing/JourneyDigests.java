package io.journeystream.streams.publishing;

import io.journeystream.events.Digests;
import io.journeystream.events.SingleObject;
import io.journeystream.journeys.Cause;
import io.journeystream.journeys.Journey;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Digests by which a journey is known to be unchanged. History flags and the version of the definitions do not count,
 * nor does the order of a map. For one thread only.
 */
final class JourneyDigests {
    /** Digests of records with different schemas say nothing of each other. */
    static final long SCHEMA = SchemaNormalization.parsingFingerprint64(Journey.getClassSchema());

    private static final int LENGTH = 16;
    private static final Map<String, Object> IGNORED =
            Map.of("definitionsVersion", "", "corrected", false, "cause", Cause.EVENT, "supersededBy", List.of());

    private final SingleObject<Journey> encoding = new SingleObject<>(Journey.class);

    ByteBuffer of(Journey journey) {
        Journey counted = new Journey();
        for (Schema.Field field : Journey.getClassSchema().getFields()) {
            Object value = journey.get(field.pos());
            counted.put(field.pos(), IGNORED.getOrDefault(field.name(), ordered(value)));
        }
        return ByteBuffer.wrap(Arrays.copyOf(Digests.sha256(encoding.encode(counted)), LENGTH));
    }

    private static Object ordered(Object value) {
        return value instanceof Map<?, ?> map ? new TreeMap<Object, Object>(map) : value;
    }
}
