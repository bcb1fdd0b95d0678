package io.journeystream.bench.imports;

import io.journeystream.clock.ClockTick;
import io.journeystream.events.ChannelEvent;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyContact;
import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.HttpSchemaRegistry;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.topics.ImportId;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Somebody outside who watches a running system through Kafka: how long the first event of a live contact takes to
 * become visible in a committed journey, and what an import publishes when. Works on a thread of its own until closed.
 */
final class LiveTraffic implements AutoCloseable {
    private final SchemaRegistry registry;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::watch, "live-traffic");
    private final Map<String, Long> firstEvents = new HashMap<>();
    private final List<Seen> seen = new ArrayList<>();
    private final Map<String, Journey> imported = new ConcurrentHashMap<>();
    private final List<Journey> importedRecords = new ArrayList<>();
    private volatile long firstMark = Long.MAX_VALUE;
    private volatile long firstImported = Long.MAX_VALUE;
    private volatile long lastImported;
    private volatile boolean stopping;

    /**
     * A live contact that has become visible.
     *
     * @param at wall clock, milliseconds
     */
    private record Seen(long at, long afterMillis) {}

    /** Whose contacts are those of the import. */
    private final String importedSource;

    LiveTraffic(String bootstrapServers, String registryUrl, String importedSource) {
        this.importedSource = importedSource;
        this.registry = new CachingRegistry(new HttpSchemaRegistry(RegistrySettings.of(registryUrl)));
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.<Topic<?, ?>>of(Topics.CHANNEL_EVENTS, Topics.JOURNEYS, Topics.CLOCK)
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread.start();
    }

    private void watch() {
        var events = Topics.CHANNEL_EVENTS.valueDeserializer(registry);
        var journeys = Topics.JOURNEYS.valueDeserializer(registry);
        var ticks = Topics.CLOCK.valueDeserializer(registry);
        while (!stopping) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(20))) {
                if (record.topic().equals(Topics.CHANNEL_EVENTS.name())) {
                    if (record.headers().lastHeader(ImportId.HEADER) == null) {
                        event(events.deserialize(record.topic(), record.value()), record.timestamp());
                    }
                } else if (record.topic().equals(Topics.JOURNEYS.name())) {
                    journey(journeys.deserialize(record.topic(), record.value()), record.timestamp());
                } else {
                    tick(ticks.deserialize(record.topic(), record.value()), record.timestamp());
                }
            }
        }
        consumer.close();
    }

    private void event(ChannelEvent event, long arrived) {
        firstEvents.putIfAbsent(event.getSource() + "|" + event.getContactId(), arrived);
    }

    private void tick(ClockTick tick, long arrived) {
        if (tick.getImportId() != null) {
            firstMark = Math.min(firstMark, arrived);
        }
    }

    private synchronized void journey(Journey journey, long published) {
        long now = System.currentTimeMillis();
        for (JourneyContact contact : journey.getContacts()) {
            if (contact.getSource().equals(importedSource)) {
                firstImported = Math.min(firstImported, published);
                lastImported = now;
                imported.put(journey.getJourneyId(), journey);
                importedRecords.add(journey);
                return;
            }
            Long arrived = firstEvents.put(contact.getSource() + "|" + contact.getContactId(), Long.MAX_VALUE);
            if (arrived != null && arrived != Long.MAX_VALUE) {
                seen.add(new Seen(now, now - arrived));
            }
        }
    }

    /** Milliseconds from arrival in Kafka to a committed journey, ascending, of contacts seen between two moments. */
    synchronized List<Long> latencies(long from, long until) {
        return seen.stream()
                .filter(s -> s.at() >= from && s.at() < until)
                .map(Seen::afterMillis)
                .sorted()
                .toList();
    }

    static long percentile(List<Long> ascending, int percent) {
        return ascending.isEmpty()
                ? -1
                : ascending.get(Math.min(ascending.size() - 1, ascending.size() * percent / 100));
    }

    /** When Kafka got the first end mark; {@link Long#MAX_VALUE} if none came. */
    long firstMark() {
        return firstMark;
    }

    /** When Kafka got the first journey of the import; {@link Long#MAX_VALUE} if none came. */
    long firstImported() {
        return firstImported;
    }

    /** When the last journey of the import was seen, wall clock; 0 if none was. */
    long lastImported() {
        return lastImported;
    }

    /** The present state of the import's journeys. */
    Map<String, Journey> imported() {
        return imported;
    }

    /** Everything that was published of them. */
    synchronized List<Journey> importedRecords() {
        return List.copyOf(importedRecords);
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
