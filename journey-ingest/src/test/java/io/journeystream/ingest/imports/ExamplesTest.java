package io.journeystream.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.events.Event;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.rejects.Reject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples on the samples beside them. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("../examples");

    private final RememberingSink sink = new RememberingSink();

    @Test
    void calls_of_a_bank() throws Exception {
        ImportResult result = run("technion", "sample.tsv", ZoneId.of("Asia/Jerusalem"));

        assertThat(result.counts()).isEqualTo(new ImportCounts(11, 1, 1, 39, 0, 0));
        assertThat(described("XX0102-9-990301"))
                .containsExactly(
                        "1999-03-01T21:59:30Z ivr STARTED 10000 null",
                        "1999-03-01T21:59:40Z ivr HANDED_OFF null null",
                        "1999-03-01T21:59:40Z phone QUEUED 60000 null",
                        "1999-03-01T22:00:40Z phone CONNECTED 120000 DANA",
                        "1999-03-01T22:02:40Z phone ENDED null null");
        assertThat(described("XX0101-3-990301"))
                .containsExactly(
                        "1999-03-01T08:00:00Z ivr STARTED 12000 null", "1999-03-01T08:00:12Z ivr ABANDONED null null");
        assertThat(described("XX0103-4-990301")).last().isEqualTo("1999-03-01T08:08:09Z phone ABANDONED null null");
        assertThat(sink.events())
                .filteredOn(event -> event.identifiers().get(0).getType().equals("contact"))
                .allMatch(event -> event.identifiers().get(0).getValue().equals("technion/XX0104-6-990301"))
                .hasSize(5);
        Reject reject = sink.rejects().get(0);
        assertThat(reject.getLine()).isEqualTo(9);
        assertThat(reject.getMessage()).isEqualTo("negative time: vru -2, q 32, ser 90 seconds");
    }

    @Test
    void incidents_of_a_service_desk() throws Exception {
        ImportResult result = run("servicenow", "sample.csv", ZoneOffset.UTC);

        assertThat(result.counts()).isEqualTo(new ImportCounts(12, 0, 0, 17, 0, 0));
        assertThat(sink.events())
                .extracting(ExamplesTest::described)
                .contains(
                        "9000001/contact 0 2016-05-02T09:00:00Z STARTED",
                        "9000001/answered 1 2016-05-02T09:00:00Z CONNECTED",
                        "9000001/opened 0 2016-05-02T09:00:00Z CASE_OPENED",
                        "9000001/group/2 21 2016-05-02T09:20:00Z CASE_ASSIGNED",
                        "9000001/state/3 30 2016-05-02T11:00:00Z CASE_RESOLVED",
                        "9000001/state/4 40 2016-05-03T08:15:00Z CASE_REOPENED",
                        "9000001/state/5 50 2016-05-03T10:00:00Z CASE_RESOLVED",
                        "9000001/state/6 60 2016-05-08T10:00:00Z CASE_CLOSED",
                        "9000002/state/2 20 2016-05-04T15:00:00Z CASE_PENDING")
                .filteredOn(described -> described.contains("/group/"))
                .as("the first known group is no change, a gap is none, and the same one again is none")
                .containsExactly("9000001/group/2 21 2016-05-02T09:20:00Z CASE_ASSIGNED");
        assertThat(sink.events())
                .filteredOn(event -> event.eventId().startsWith("9000003"))
                .allMatch(event -> event.identifiers().size() == 1)
                .allMatch(event -> event.identifiers().get(0).getValue().equals("servicenow/9000003"));
    }

    private ImportResult run(String example, String file, ZoneId zone) throws Exception {
        Path folder = EXAMPLES.resolve(example);
        ImportSettings settings = new ImportSettings(
                List.of(folder.resolve(file)), folder.resolve("mapping.jsonata"), null, null, zone, null);
        return new Import(settings, IdentifierSettings.STANDARD, sink, Clock.systemUTC())
                .run(ImportProgress.Listener.NONE);
    }

    private List<String> described(String contactId) {
        return sink.events().stream()
                .map(event -> ((Event.Channel) event).avro())
                .filter(event -> event.getContactId().equals(contactId))
                .map(event -> event.getOccurredAt() + " " + event.getChannel() + " " + event.getAction() + " "
                        + event.getDurationMillis() + " " + event.getAgentId())
                .toList();
    }

    private static String described(Event event) {
        Object what = event instanceof Event.Channel channel
                ? channel.avro().getAction()
                : ((Event.Operational) event).avro().getOperation();
        return event.eventId() + " " + event.sequence() + " " + Instant.ofEpochMilli(event.occurredAt()) + " " + what;
    }
}
