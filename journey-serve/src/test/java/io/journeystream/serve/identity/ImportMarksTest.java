package io.journeystream.serve.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.clock.ClockTick;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ImportMarksTest {
    private final ImportMarks marks = new ImportMarks();

    private void mark(long at, boolean discards) {
        marks.add(new ClockTick(Instant.EPOCH, "import", "i", discards), at);
    }

    @Test
    void whatAnImportBringsCountsOnceItHasEndedAlsoWhatComesLater() {
        assertThat(marks.count("i", 5)).isFalse();
        mark(10, false);

        assertThat(marks.count("i", 5)).isTrue();
        assertThat(marks.count("i", 15)).isTrue();
        assertThat(marks.count("another", 5)).isFalse();
    }

    @Test
    void whatWasGivenUpNeverCountsYetTheIdMayBeUsedAgain() {
        mark(10, true);
        assertThat(marks.count("i", 5)).isFalse();
        mark(20, false);

        assertThat(marks.count("i", 5)).isFalse();
        assertThat(marks.count("i", 15)).isTrue();
    }

    @Test
    void whatHasEndedCannotBeGivenUpAnyMore() {
        mark(10, false);
        mark(20, true);

        assertThat(marks.count("i", 5)).isTrue();
    }
}
