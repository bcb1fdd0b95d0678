package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.Alert;
import io.journeystream.events.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ids of notices: what is said to whom, and nothing of when or by which instance. */
final class NoticeId {
    private NoticeId() {}

    /** {@code n_} and 20 hex digits: the same for the same alerts, firing or over since the same time. */
    static String of(String subscription, List<Alert> alerts, int repetition) {
        Stream<String> said = alerts.stream()
                .map(alert ->
                        alert.getFingerprint() + " " + millis(alert.getFiredAt()) + " " + millis(alert.getResolvedAt()))
                .sorted();
        String text = Stream.concat(Stream.of(subscription, String.valueOf(repetition)), said)
                .collect(Collectors.joining("\n"));
        return "n_" + Digests.hex20(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String millis(@Nullable Instant instant) {
        return instant == null ? "-" : String.valueOf(instant.toEpochMilli());
    }
}
