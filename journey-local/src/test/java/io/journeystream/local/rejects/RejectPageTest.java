package io.journeystream.local.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.ingest.rejects.Address;
import io.journeystream.ingest.rejects.StoredReject;
import io.journeystream.registry.InMemoryRegistry;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import io.journeystream.rejects.Stage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class RejectPageTest {
    private final InMemoryRegistry registry = new InMemoryRegistry();

    @Test
    void json_is_shown_a_value_a_line_with_a_mark_at_the_field_at_fault() {
        String event = "{\"a\":1.50,\"list\":[{\"x/y\":\"bad\"},{}],\"text\":\"\\u001b\"}";

        assertThat(payload(reject(event).setPointer("/list/0/x~1y")))
                .containsExactly(
                        "{",
                        "  \"a\": 1.50,",
                        "  \"list\": [",
                        "    {",
                        "      \"x/y\": \"bad\"   <-- here",
                        "    },",
                        "    {}",
                        "  ],",
                        "  \"text\": \"\\u001B\"",
                        "}");
    }

    @Test
    void text_that_is_no_json_is_shown_as_it_is() {
        assertThat(payload(reject("a;b\n\"c"))).containsExactly("a;b", "\"c");
        assertThat(payload(reject("{\"a\": oh no"))).containsExactly("{\"a\": oh no");
    }

    @Test
    void bytes_that_are_no_text_or_would_steer_the_terminal_are_shown_in_hex() {
        assertThat(payload(reject("\033[2J and seventeen")))
                .containsExactly(
                        "00000000  1b 5b 32 4a 20 61 6e 64 20 73 65 76 65 6e 74 65  .[2J and sevente",
                        "00000010  65 6e                                            en");
    }

    @Test
    void a_record_of_a_topic_is_read_with_its_writers_own_schema() {
        Schema foreign = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Call\",\"fields\":[{\"name\":\"who\",\"type\":\"string\"}]}");
        int id = registry.register("calls-value", foreign);
        byte[] record = {0, 0, 0, 0, (byte) id, 6, 'a', 'd', 'a'};

        assertThat(payload(record(record)))
                .contains("read with schema " + id + " (Call):", "  \"who\": \"ada\"")
                .anyMatch(line -> line.startsWith("00000000  00 00 00 00"));
        assertThat(payload(record(new byte[] {0, 0, 0, 0, 99, 6, 'a', 'd', 'a'})))
                .contains("written with schema 99, which the registry does not know");
        assertThat(payload(record("plain".getBytes(StandardCharsets.UTF_8))))
                .contains("no Avro in the Confluent wire format");
        assertThat(payload(record(new byte[] {0, 0, 0, 0, (byte) id, 60, 'a'})))
                .anyMatch(line -> line.startsWith("cannot be read with schema " + id));
    }

    @Test
    void where_and_why_stand_before_the_payload_and_what_was_not_kept_is_said() {
        Reject.Builder reject = reject("ada;x")
                .setFile("calls.csv")
                .setLine(7L)
                .setColumn(3L)
                .setHeader("who\twhat")
                .setDelimiter("\t")
                .setOmittedBytes(1_234);

        assertThat(lines(reject))
                .contains(
                        "address      2:17",
                        "reason       INVALID",
                        "file         calls.csv:7:3",
                        "delimiter    tab",
                        "payload      5 bytes; the last 1,234 were too much to be kept");
    }

    private List<String> payload(Reject.Builder reject) {
        List<String> lines = lines(reject);
        return lines.subList(lines.indexOf("") + 1, lines.size());
    }

    private List<String> lines(Reject.Builder reject) {
        return new RejectPage(registry).lines(new StoredReject(new Address(2, 17), reject.build()));
    }

    private static Reject.Builder record(byte[] value) {
        return reject("").setStage(Stage.STREAMS).setPayload(ByteBuffer.wrap(value));
    }

    private static Reject.Builder reject(String payload) {
        return Reject.newBuilder()
                .setReason(RejectReason.INVALID)
                .setMessage("because")
                .setStage(Stage.INGEST)
                .setRejectedAt(Instant.EPOCH)
                .setContentType("application/json")
                .setPayload(ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)));
    }
}
