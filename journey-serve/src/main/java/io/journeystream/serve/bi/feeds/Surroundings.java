package io.journeystream.serve.bi.feeds;

import io.journeystream.clock.ClockTick;
import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.PublishedDefinitions;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.topics.Topics;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What is told besides facts: which definitions hold, and how far event time has come. For one thread. */
public final class Surroundings {
    /** So many of the last ticks of a partition say how far event time has come. */
    public static final long LAST_TICKS = 50;

    private final AvroDecoder<PublishedDefinitions> definitionsDecoder;
    private final AvroDecoder<ClockTick> tickDecoder;
    private StandingDefinitions standing = StandingDefinitions.STANDARD;
    private boolean told;
    private @Nullable Instant watermark;

    public Surroundings(SchemaRegistry registry) {
        this.definitionsDecoder = new AvroDecoder<>(registry, PublishedDefinitions.class);
        this.tickDecoder = new AvroDecoder<>(registry, ClockTick.class);
    }

    /**
     * Of all that was told up to now.
     *
     * @throws io.journeystream.serve.reading.KafkaUnavailable if Kafka does not answer, or lacks a topic
     */
    public static Surroundings read(CommittedRecords records, SchemaRegistry registry) {
        Surroundings surroundings = new Surroundings(registry);
        records.read(Topics.DEFINITIONS, Map.of(), surroundings::hear);
        records.read(Topics.CLOCK, records.last(Topics.CLOCK, LAST_TICKS), surroundings::hear);
        return surroundings;
    }

    /** Whether records of that topic are for here. */
    public static boolean hears(String topic) {
        return topic.equals(Topics.DEFINITIONS.name()) || topic.equals(Topics.CLOCK.name());
    }

    /** Takes a record of such a topic. */
    public void hear(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        if (record.topic().equals(Topics.CLOCK.name())) {
            tick(record);
        } else if (definitionsDecoder.decode(record.value()) instanceof Decoded.Value<PublishedDefinitions> published
                && StandingDefinitions.read(published.value()) instanceof StandingDefinitions.Heard.Laid laid
                && laid.standing().isAfter(standing)) {
            standing = laid.standing();
            told = false;
        }
    }

    private void tick(ConsumerRecord<byte[], byte[]> record) {
        if (tickDecoder.decode(record.value()) instanceof Decoded.Value<ClockTick> tick
                && !tick.value().getDiscards()) {
            Instant time = tick.value().getTime();
            watermark = watermark == null || time.isAfter(watermark) ? time : watermark;
        }
    }

    /** Greatest time of the ticks; null before the first. */
    public @Nullable Instant watermark() {
        return watermark;
    }

    /** The definitions in force. */
    public Definitions definitions() {
        return standing.definitions();
    }

    /** The definitions in force if nobody was told yet, else null. */
    public @Nullable Definitions news() {
        if (told) {
            return null;
        }
        told = true;
        return standing.definitions();
    }
}
