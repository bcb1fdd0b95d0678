package io.journeystream.serve.verification;

import io.journeystream.definitions.Definitions;
import io.journeystream.health.Flow;
import io.journeystream.health.HealthCell;
import io.journeystream.identity.Identity;
import io.journeystream.journeys.Journey;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.serve.reading.ReadingProgress;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What streams has published, as of now: the last record of each key.
 *
 * @param identities by {@code type:value}
 * @param cells by name
 * @param flows by name
 */
record PublishedRecords(
        PublishedJourneys journeys,
        Map<String, Identity> identities,
        Map<String, HealthCell> cells,
        Map<String, Flow> flows) {

    /** Reads the topics whole. */
    static PublishedRecords read(
            CommittedRecords records,
            SchemaRegistry registry,
            Definitions definitions,
            long movingSince,
            ReadingProgress progress) {
        PublishedJourneys journeys = new PublishedJourneys(definitions, movingSince);
        AvroDecoder<Journey> decoder = new AvroDecoder<>(registry, Journey.class);
        records.read(Topics.JOURNEYS, Map.of(), record -> {
            progress.read(record.topic());
            if (record.value() != null && decoder.decode(record.value()) instanceof Decoded.Value<Journey> journey) {
                journeys.add(journey.value(), record.timestamp());
            }
        });
        return new PublishedRecords(
                journeys,
                latest(Topics.IDENTITIES, records, registry, progress),
                latest(Topics.HEALTH, records, registry, progress),
                latest(Topics.FLOWS, records, registry, progress));
    }

    private static <V> Map<String, V> latest(
            Topic<String, V> topic, CommittedRecords records, SchemaRegistry registry, ReadingProgress progress) {
        Map<String, V> latest = new HashMap<>();
        Deserializer<V> values = topic.valueDeserializer(registry);
        records.read(topic, Map.of(), record -> {
            progress.read(record.topic());
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                latest.remove(key);
            } else {
                latest.put(key, values.deserialize(topic.name(), record.value()));
            }
        });
        return latest;
    }
}
