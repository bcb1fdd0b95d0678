package io.journeystream.ingest.events;

import static io.journeystream.ingest.events.Given.PARSER;
import static io.journeystream.ingest.events.Given.call;
import static io.journeystream.ingest.events.Given.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.events.Event;
import io.journeystream.rejects.RejectReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ArrivalRuleTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void five_minutes_ahead_is_still_accepted_a_millisecond_more_is_future() {
        ArrivalRule live = ArrivalRule.live(CLOCK);

        assertThat(live.check(at(NOW.plus(Duration.ofMinutes(5))))).isInstanceOf(Parsed.Accepted.class);
        assertThat(reason(live, NOW.plus(Duration.ofMinutes(5)).plusMillis(1))).isEqualTo(RejectReason.FUTURE);
    }

    @Test
    void seven_days_behind_is_still_accepted_a_millisecond_more_is_too_late() {
        ArrivalRule live = ArrivalRule.live(CLOCK);

        assertThat(live.check(at(NOW.minus(Duration.ofDays(7))))).isInstanceOf(Parsed.Accepted.class);
        assertThat(reason(live, NOW.minus(Duration.ofDays(7)).minusMillis(1))).isEqualTo(RejectReason.TOO_LATE);
    }

    @Test
    void history_is_never_too_late_but_can_lie_in_the_future() {
        ArrivalRule history = ArrivalRule.history(CLOCK);

        assertThat(history.check(at(Instant.EPOCH))).isInstanceOf(Parsed.Accepted.class);
        assertThat(reason(history, NOW.plus(Duration.ofDays(1)))).isEqualTo(RejectReason.FUTURE);
    }

    @Test
    void the_message_names_both_times_and_the_limit() {
        Parsed.Rejected refused = (Parsed.Rejected) ArrivalRule.live(CLOCK).check(at(NOW.plus(Duration.ofHours(1))));

        assertThat(refused.message()).contains("2026-01-05T10:00:00Z", "2026-01-05T09:00:00Z", "5m");
        assertThat(refused.pointer()).isEqualTo("/occurredAt");
    }

    @Test
    void nonsense_is_refused() {
        assertThatThrownBy(() -> new ArrivalRule(CLOCK, Duration.ofMinutes(-1), null))
                .hasMessageContaining("future-tolerance must not be negative");
        assertThatThrownBy(() -> new ArrivalRule(CLOCK, Duration.ZERO, Duration.ofDays(-1)))
                .hasMessageContaining("lateness must not be negative");
    }

    private static RejectReason reason(ArrivalRule rule, Instant time) {
        return ((Parsed.Rejected) rule.check(at(time))).reason();
    }

    private static Event at(Instant time) {
        return ((Parsed.Accepted) PARSER.parse(with(call(), "occurredAt", time.toEpochMilli()))).event();
    }
}
