package io.journeystream.ingest.rejects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import io.journeystream.rejects.Stage;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RejectSelectionTest {
    private static final Reject ROW =
            Given.row("a;b;c").setFile("exports/calls.csv").setSource("acd").build();

    @Test
    void all_that_is_asked_for_must_hold() {
        assertThat(RejectFilter.ALL.matches(ROW)).isTrue();
        assertThat(filter(RejectReason.MAPPING_FAILED, Stage.INGEST, "acd", "calls.csv"))
                .isTrue();
        assertThat(filter(RejectReason.INVALID, Stage.INGEST, "acd", "calls.csv"))
                .isFalse();
        assertThat(filter(RejectReason.MAPPING_FAILED, Stage.STREAMS, "acd", "calls.csv"))
                .isFalse();
        assertThat(filter(RejectReason.MAPPING_FAILED, Stage.INGEST, "crm", "calls.csv"))
                .isFalse();
    }

    @Test
    void a_file_is_meant_by_its_name_with_its_folders_or_without() {
        assertThat(filter(RejectReason.MAPPING_FAILED, Stage.INGEST, "acd", "exports/calls.csv"))
                .isTrue();
        assertThat(filter(RejectReason.MAPPING_FAILED, Stage.INGEST, "acd", "alls.csv"))
                .isFalse();
    }

    @Test
    void since_includes_its_moment_and_until_does_not() {
        assertThat(between(Given.NOW, Given.NOW.plusMillis(1))).isTrue();
        assertThat(between(Given.NOW.minusSeconds(1), Given.NOW)).isFalse();
        assertThatThrownBy(() -> between(Given.NOW, Given.NOW)).hasMessageContaining("since must be before until");
    }

    @Test
    void of_many_the_latest_are_listed_newest_last_and_all_are_counted() {
        LatestRejects latest = new LatestRejects(2);
        for (int second : new int[] {5, 1, 9, 7}) {
            Reject.Builder reject = Given.row("some row").setRejectedAt(Given.NOW.plusSeconds(second));
            latest.read(new StoredReject(new Address(second % 2, second), reject.build()));
        }

        assertThat(latest.listed())
                .extracting(listed -> listed.address().toString())
                .containsExactly("1:7", "1:9");
        assertThat(latest.listed().get(0).payloadBytes()).isEqualTo(8);
        assertThat(latest.listed().get(0).reject().getPayload().remaining()).isZero();
        assertThat(latest.total()).isEqualTo(4);
        assertThat(latest.byReason()).isEqualTo(Map.of(RejectReason.MAPPING_FAILED, 4L));
    }

    private static boolean filter(RejectReason reason, Stage stage, String source, String file) {
        return new RejectFilter(Set.of(reason), stage, source, file, null, null).matches(ROW);
    }

    private static boolean between(Instant since, Instant until) {
        return new RejectFilter(Set.of(), null, null, null, since, until).matches(ROW);
    }
}
