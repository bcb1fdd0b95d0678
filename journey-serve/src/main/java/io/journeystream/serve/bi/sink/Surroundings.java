package io.journeystream.serve.bi.sink;

import io.journeystream.clock.ClockTick;
import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.PublishedDefinitions;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.topics.Topics;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What is told besides facts: which definitions hold, and how far event time has come. For one thread. */
final class Surroundings {
    private final AvroDecoder<PublishedDefinitions> definitionsDecoder;
    private final AvroDecoder<ClockTick> tickDecoder;
    private StandingDefinitions standing = StandingDefinitions.STANDARD;
    private boolean told;
    private @Nullable Instant watermark;

    Surroundings(SchemaRegistry registry) {
        this.definitionsDecoder = new AvroDecoder<>(registry, PublishedDefinitions.class);
        this.tickDecoder = new AvroDecoder<>(registry, ClockTick.class);
    }

    /** Whether records of that topic are for here. */
    static boolean hears(String topic) {
        return topic.equals(Topics.DEFINITIONS.name()) || topic.equals(Topics.CLOCK.name());
    }

    void hear(ConsumerRecord<byte[], byte[]> record) {
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
    @Nullable
    Instant watermark() {
        return watermark;
    }

    /** The definitions that hold if nobody was told yet, else null. */
    @Nullable
    Definitions news() {
        if (told) {
            return null;
        }
        told = true;
        return standing.definitions();
    }
}
