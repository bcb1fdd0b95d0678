package io.journeystream.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class CommonFieldsTest {
    private static final int COMMON = CommonFields.ATTRIBUTES + 1;

    @Test
    void allKindsOfEventBeginWithTheSameFields() {
        List<String> channel = front(ChannelEvent.getClassSchema());

        assertThat(front(OperationalEvent.getClassSchema())).isEqualTo(channel);
        assertThat(front(VocEvent.getClassSchema())).isEqualTo(channel);
        assertThat(channel)
                .extracting(field -> field.substring(0, field.indexOf(' ')))
                .containsExactly(
                        "source",
                        "eventId",
                        "revision",
                        "occurredAt",
                        "sequence",
                        "identifiers",
                        "references",
                        "intent",
                        "attributes");
    }

    private static List<String> front(Schema schema) {
        return schema.getFields().stream()
                .limit(COMMON)
                .map(field -> field.name() + " " + field.schema())
                .toList();
    }
}
