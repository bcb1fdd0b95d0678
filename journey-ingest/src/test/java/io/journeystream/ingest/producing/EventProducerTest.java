package io.journeystream.ingest.producing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Event;
import io.journeystream.ingest.events.EventParser;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.ingest.identifiers.IdentifierNormaliser;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.registry.InMemoryRegistry;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import io.journeystream.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EventProducerTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final int PARTITIONS = 3;

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final MockProducer<byte[], byte[]> kafka = new MockProducer<>(
            cluster(), false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    private final EventProducer producer =
            new EventProducer(kafka, registry, "localhost:9092", Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void events_go_to_the_topic_of_their_kind_keyed_by_their_strongest_identifier() {
        producer.send(event("channel", "e1", "k"));
        producer.send(event("operational", "e2", "k"));
        producer.send(event("voc", "e3", "k"));
        producer.flush();

        assertThat(kafka.history())
                .extracting(ProducerRecord::topic)
                .containsExactly("journey.channel-events.v1", "journey.operational-events.v1", "journey.voc-events.v1");
        assertThat(kafka.history()).allMatch(record -> text(record.key()).equals("account:ada"));
        ChannelEvent read = Topics.CHANNEL_EVENTS
                .valueDeserializer(registry)
                .deserialize(
                        Topics.CHANNEL_EVENTS.name(), kafka.history().get(0).value());
        assertThat(new Event.Channel(read)).isEqualTo(event("channel", "e1", "k"));
        assertThat(producer.produced()).isEqualTo(new Produced(3, Map.of()));
    }

    @Test
    void only_what_kafka_has_acknowledged_counts_as_kept() {
        producer.send(event("voc", "e1", "k"));

        assertThat(producer.produced().events()).isZero();
        producer.flush();
        assertThat(producer.produced().events()).isEqualTo(1);
    }

    @Test
    void an_event_that_could_not_be_kept_stops_whoever_sends_on() {
        producer.send(event("voc", "e1", "k"));
        kafka.errorNext(new TimeoutException("120001 ms has passed"));

        assertThatThrownBy(() -> producer.send(event("voc", "e2", "k")))
                .isInstanceOf(NotKept.class)
                .hasMessageContaining("120001 ms has passed");
        assertThatThrownBy(producer::flush).isInstanceOf(NotKept.class);
        assertThat(producer.produced().events()).isZero();
    }

    @Test
    void an_event_larger_than_the_broker_takes_becomes_a_reject_that_holds_its_beginning() {
        producer.send(event("channel", "huge", "k".repeat(200_000)));
        kafka.errorNext(new RecordTooLargeException("larger than the largest"));
        producer.send(event("channel", "e2", "k"));
        producer.flush();

        Reject reject = reject(kafka.history().get(1));
        assertThat(reject.getReason()).isEqualTo(RejectReason.TOO_LARGE);
        assertThat(reject.getMessage()).contains("larger than the largest").contains("the first 65536 of");
        assertThat(reject.getEventId()).isEqualTo("huge");
        assertThat(reject.getRejectedAt()).isEqualTo(NOW);
        assertThat(reject.getPayload().remaining()).isEqualTo(65_536);
        assertThat(producer.produced()).isEqualTo(new Produced(1, Map.of(RejectReason.TOO_LARGE, 1L)));
    }

    @Test
    void a_reject_larger_than_the_broker_takes_is_sent_with_the_beginning_of_its_row() {
        producer.reject(Rejects.atIngest(RejectReason.INVALID, "no good", NOW)
                .setContentType("text/csv")
                .setPayload(ByteBuffer.wrap(new byte[2_000_000]))
                .build());
        kafka.errorNext(new RecordTooLargeException("larger than the largest"));
        producer.flush();

        Reject reject = reject(kafka.history().get(1));
        assertThat(reject.getReason()).isEqualTo(RejectReason.INVALID);
        assertThat(reject.getMessage()).startsWith("no good; the payload holds the first 65536 of 2000000 bytes");
        assertThat(producer.produced()).isEqualTo(new Produced(0, Map.of(RejectReason.INVALID, 1L)));
    }

    @Test
    void a_tick_goes_to_every_partition_after_all_that_was_sent_is_kept() {
        producer.send(event("channel", "e1", "k"));
        producer.tick(NOW, "test");
        producer.flush();

        List<ProducerRecord<byte[], byte[]>> ticks = kafka.history().subList(1, 1 + PARTITIONS);
        assertThat(ticks).allMatch(record -> record.topic().equals("journey.clock.v1"));
        assertThat(ticks).extracting(ProducerRecord::partition).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(producer.produced().events()).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void an_outage_longer_than_patience_is_told_and_nothing_counts_as_kept() {
        ProducerSettings nobodyThere = new ProducerSettings("localhost:1", Duration.ofSeconds(2), Map.of());
        try (EventProducer stranded = EventProducer.connect(nobodyThere, registry, Clock.systemUTC())) {
            stranded.send(event("voc", "e1", "k"));

            assertThatThrownBy(stranded::flush).isInstanceOf(NotKept.class).hasMessageContaining("2000 ms");
            assertThat(stranded.produced().events()).isZero();
        }
    }

    @Test
    void delivery_cannot_be_weakened_by_configuration() {
        Map<String, Object> properties = new ProducerSettings(
                        "kafka:9092",
                        Duration.ofDays(400),
                        Map.of(
                                "acks", "0",
                                "enable.idempotence", "false",
                                "max.in.flight.requests.per.connection", "5",
                                "linger.ms", "0"))
                .properties();

        assertThat(properties)
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
                .containsEntry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1)
                .containsEntry(ProducerConfig.LINGER_MS_CONFIG, "0")
                .containsEntry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        assertThatThrownBy(() -> new ProducerSettings("kafka:9092", Duration.ZERO, Map.of()))
                .hasMessageContaining("patience must be at least 1 s");
    }

    private Reject reject(ProducerRecord<byte[], byte[]> record) {
        assertThat(record.topic()).isEqualTo("journey.rejects.v1");
        return Topics.REJECTS.valueDeserializer(registry).deserialize(record.topic(), record.value());
    }

    private static Event event(String type, String id, String contactId) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", type);
        json.put("source", "test");
        json.put("eventId", id);
        json.put("occurredAt", NOW.toEpochMilli());
        json.put("identifiers", List.of(Map.of("type", "account", "value", "ada")));
        switch (type) {
            case "channel" -> json.putAll(Map.of("channel", "phone", "contactId", contactId, "action", "ENDED"));
            case "operational" -> json.put("operation", "OTHER");
            default -> json.put("instrument", "COMMENT");
        }
        EventParser parser = new EventParser(new IdentifierNormaliser(IdentifierSettings.STANDARD));
        return ((Parsed.Accepted) parser.parse(json)).event();
    }

    private static Cluster cluster() {
        Node node = new Node(0, "localhost", 9092);
        Node[] nodes = {node};
        List<PartitionInfo> partitions = Topics.ALL.stream()
                .flatMap(topic -> IntStream.range(0, PARTITIONS)
                        .mapToObj(i -> new PartitionInfo(topic.name(), i, node, nodes, nodes)))
                .toList();
        return new Cluster("test", Arrays.asList(nodes), partitions, Set.of(), Set.of());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
