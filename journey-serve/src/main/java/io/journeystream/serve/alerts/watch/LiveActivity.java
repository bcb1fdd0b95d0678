package io.journeystream.serve.alerts.watch;

import io.journeystream.alerts.Activity;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.OperationalEvent;
import io.journeystream.events.VocEvent;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** When each source was last heard of: reads every event since shortly before the longest silence. For one thread. */
final class LiveActivity {
    private final Activity activity = new Activity();
    private final List<Source<?>> sources;

    /**
     * Reads nothing yet.
     *
     * @param at wall clock, epoch milliseconds
     * @param reached event time, epoch milliseconds
     * @param backMillis how far it reads back from both
     */
    LiveActivity(CommittedRecords records, SchemaRegistry registry, long at, long reached, long backMillis) {
        long since = at - backMillis;
        this.sources = List.of(
                new Source<>(
                        Topics.CHANNEL_EVENTS,
                        new AvroDecoder<>(registry, ChannelEvent.class),
                        Tail.since(records, Topics.CHANNEL_EVENTS, since),
                        ChannelEvent::getSource,
                        ChannelEvent::getOccurredAt),
                new Source<>(
                        Topics.OPERATIONAL_EVENTS,
                        new AvroDecoder<>(registry, OperationalEvent.class),
                        Tail.since(records, Topics.OPERATIONAL_EVENTS, since),
                        OperationalEvent::getSource,
                        OperationalEvent::getOccurredAt),
                new Source<>(
                        Topics.VOC_EVENTS,
                        new AvroDecoder<>(registry, VocEvent.class),
                        Tail.since(records, Topics.VOC_EVENTS, since),
                        VocEvent::getSource,
                        VocEvent::getOccurredAt));
        activity.knownSince(reached - backMillis);
    }

    private record Source<V extends SpecificRecord>(
            Topic<String, V> topic,
            AvroDecoder<V> decoder,
            Tail tail,
            Function<V, String> name,
            Function<V, Instant> occurredAt) {

        void read(Activity activity) {
            tail.read(record -> {
                if (record.value() != null && decoder.decode(record.value()) instanceof Decoded.Value<V> event) {
                    activity.heard(
                            name.apply(event.value()),
                            occurredAt.apply(event.value()).toEpochMilli());
                }
            });
        }
    }

    Activity activity() {
        return activity;
    }

    void refresh() {
        sources.forEach(source -> source.read(activity));
    }
}
