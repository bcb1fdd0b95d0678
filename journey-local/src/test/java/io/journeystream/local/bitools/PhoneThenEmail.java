package io.journeystream.local.bitools;

import io.journeystream.health.Flow;
import io.journeystream.health.FlowFigures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The map of one journey: a call that cost 10, ten hours later an e-mail that cost 20 and that it needed; resolved. */
final class PhoneThenEmail {
    static final String TYPE = "phone-then-email";

    private static final FlowFigures NOBODY = new FlowFigures(0L, 0L, 0L, 0L, new BigDecimal("0.000000"), 0L, null);

    private PhoneThenEmail() {}

    static List<Flow> edges() {
        return List.of(
                edge(null, "phone", null, once(0, "10.000000", Duration.ZERO)),
                edge("phone", "email", null, once(1, "20.000000", Duration.ofHours(10))),
                edge("email", null, "RESOLVED", once(0, "0.000000", Duration.ZERO)));
    }

    private static Flow edge(@Nullable String from, @Nullable String to, @Nullable String end, FlowFigures figures) {
        return new Flow(TYPE, null, Instant.parse("2026-01-05T00:00:00Z"), from, to, end, figures, NOBODY);
    }

    private static FlowFigures once(long forced, String cost, Duration delay) {
        return new FlowFigures(1L, forced, 0L, 0L, new BigDecimal(cost), delay.toMillis(), (double) delay.toMillis());
    }
}
