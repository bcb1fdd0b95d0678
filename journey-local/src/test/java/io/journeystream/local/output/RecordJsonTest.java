package io.journeystream.local.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Identifier;
import io.journeystream.events.TrustedRecords;
import io.journeystream.journeys.Leg;
import io.journeystream.journeys.Mode;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import io.journeystream.rejects.Stage;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
    @BeforeAll
    static void recordsAreBuiltHere() {
        TrustedRecords.trust();
    }

    @Test
    void instants_are_epoch_milliseconds_and_money_is_a_plain_number() {
        Leg leg = new Leg(
                "phone",
                Mode.ASSISTED,
                Instant.ofEpochMilli(1_000),
                Instant.ofEpochMilli(2_500),
                true,
                new BigDecimal("1200.500000"));

        assertThat(text(RecordJson.line(leg)))
                .isEqualTo("{\"channel\":\"phone\",\"mode\":\"ASSISTED\",\"start\":1000,\"end\":2500,"
                        + "\"served\":true,\"cost\":1200.5}");
    }

    @Test
    void money_never_has_an_exponent() {
        Leg leg = new Leg("web", Mode.SELF_SERVICE, Instant.EPOCH, Instant.EPOCH, true, new BigDecimal("100.000000"));

        assertThat(text(RecordJson.line(leg))).endsWith("\"cost\":100}");
    }

    @Test
    void unions_are_plain_and_maps_are_ordered_by_key() {
        ChannelEvent event = ChannelEvent.newBuilder()
                .setSource("acd")
                .setEventId("e1")
                .setOccurredAt(Instant.ofEpochMilli(5))
                .setIdentifiers(List.of(new Identifier("account", "a1")))
                .setReferences(Map.of("order", "9", "case", "4711"))
                .setIntent("billing")
                .setChannel("phone")
                .setContactId("k1")
                .setAction(Action.CONNECTED)
                .setDurationMillis(240_000L)
                .build();

        assertThat(text(RecordJson.line(event)))
                .contains("\"identifiers\":[{\"type\":\"account\",\"value\":\"a1\"}]")
                .contains("\"references\":{\"case\":\"4711\",\"order\":\"9\"}")
                .contains("\"intent\":\"billing\"")
                .contains("\"durationMillis\":240000,\"agentId\":null");
    }

    @Test
    void bytes_are_text_where_they_are_valid_utf8() {
        assertThat(text(RecordJson.line(reject("zu spät".getBytes(StandardCharsets.UTF_8)))))
                .contains("\"payload\":\"zu spät\"");
    }

    @Test
    void other_bytes_are_base64_under_a_name_that_says_so() {
        assertThat(text(RecordJson.line(reject(new byte[] {0, (byte) 0xff, 1}))))
                .contains("\"payloadBase64\":\"AP8B\"")
                .doesNotContain("\"payload\":");
    }

    private static Reject reject(byte[] payload) {
        return Reject.newBuilder()
                .setReason(RejectReason.UNDECODABLE)
                .setMessage("magic byte missing")
                .setStage(Stage.STREAMS)
                .setRejectedAt(Instant.EPOCH)
                .setContentType("application/octet-stream")
                .setPayload(ByteBuffer.wrap(payload))
                .build();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
