package io.journeystream.ingest.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Identifier;
import io.journeystream.events.Operation;
import io.journeystream.events.OperationalEvent;
import io.journeystream.registry.InMemoryRegistry;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import io.journeystream.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class RecordReplayTest {
    private static final String TOPIC = Topics.OPERATIONAL_EVENTS.name();
    private static final byte[] KEY = "account:ada".getBytes(StandardCharsets.UTF_8);

    private final SchemaRegistry registry = new InMemoryRegistry();
    private final List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();

    @Test
    void bytes_whose_schema_is_known_by_now_go_back_as_they_were_under_their_key() {
        byte[] value = bytes(registry, event("e").build());

        Outcome outcome =
                replay(Given.record(RejectReason.UNKNOWN_SCHEMA, TOPIC, value).setKey(ByteBuffer.wrap(KEY)));

        assertThat(outcome).isEqualTo(new Outcome.Replayed(1));
        assertThat(sent).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(TOPIC);
            assertThat(record.partition()).isNull();
            assertThat(record.key()).isEqualTo(KEY);
            assertThat(record.value()).isEqualTo(value);
        });
    }

    @Test
    void without_a_key_they_go_back_to_their_partition() {
        replay(Given.record(
                RejectReason.UNKNOWN_SCHEMA, TOPIC, bytes(registry, event("e").build())));

        assertThat(sent).singleElement().satisfies(record -> {
            assertThat(record.partition()).isEqualTo(2);
            assertThat(record.key()).isNull();
        });
    }

    @Test
    void what_streams_would_refuse_again_is_not_sent() {
        byte[] unknown = bytes(registryOfOthers(), event("e").build());

        assertRefused(RejectReason.UNKNOWN_SCHEMA, unknown);
        assertRefused(RejectReason.UNDECODABLE, "no avro".getBytes(StandardCharsets.UTF_8));
        assertRefused(RejectReason.UNDECODABLE, new byte[0]);
        assertRefused(
                RejectReason.NO_IDENTIFIER,
                bytes(registry, event("e").setIdentifiers(List.of()).build()));
        assertRefused(RejectReason.INVALID, bytes(registry, event("").build()));
        assertThat(sent).isEmpty();
    }

    @Test
    void a_record_too_large_for_streams_or_of_a_topic_nobody_reads_is_not_replayable() {
        byte[] value = bytes(registry, event("e").build());

        assertThat(replay(Given.record(RejectReason.TOO_LARGE, TOPIC, value)))
                .isInstanceOf(Outcome.NotReplayable.class);
        assertThat(replay(Given.record(RejectReason.UNDECODABLE, "journey.journeys.v1", value)))
                .asString()
                .contains("\"journey.journeys.v1\", is none that input is read from");
        assertThat(sent).isEmpty();
    }

    private void assertRefused(RejectReason reason, byte[] value) {
        assertThat(replay(Given.record(reason, TOPIC, value)))
                .isInstanceOfSatisfying(
                        Outcome.StillRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private Outcome replay(Reject.Builder reject) {
        return new RecordReplay(registry, sent::add).replay(Given.stored(reject));
    }

    /** Its ids are others than those of ours. */
    private static SchemaRegistry registryOfOthers() {
        SchemaRegistry others = new InMemoryRegistry();
        for (int i = 0; i < 20; i++) {
            others.register(
                    "s" + i, org.apache.avro.SchemaBuilder.fixed("F" + i).size(i + 1));
        }
        return others;
    }

    private static OperationalEvent.Builder event(String id) {
        return OperationalEvent.newBuilder()
                .setSource("s")
                .setEventId(id)
                .setOccurredAt(Given.NOW)
                .setIdentifiers(List.of(new Identifier("account", "ada")))
                .setOperation(Operation.OTHER);
    }

    private static byte[] bytes(SchemaRegistry registry, OperationalEvent event) {
        return Topics.OPERATIONAL_EVENTS.valueSerializer(registry).serialize(TOPIC, event);
    }
}
