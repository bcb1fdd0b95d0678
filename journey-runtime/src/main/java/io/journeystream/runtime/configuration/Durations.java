package io.journeystream.runtime.configuration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them. */
final class Durations {
    private static final Pattern FRIENDLY = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final List<Map.Entry<String, Duration>> UNITS = List.of(
            Map.entry("d", Duration.ofDays(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("s", Duration.ofSeconds(1)),
            Map.entry("ms", Duration.ofMillis(1)));

    private Durations() {}

    /** @throws java.time.DateTimeException if it is none */
    static Duration parse(String text) {
        Matcher friendly = FRIENDLY.matcher(text);
        if (!friendly.matches()) {
            return Duration.parse(text);
        }
        return UNITS.stream()
                .filter(unit -> unit.getKey().equals(friendly.group(2)))
                .findFirst()
                .orElseThrow()
                .getValue()
                .multipliedBy(Long.parseLong(friendly.group(1)));
    }

    /** In the largest unit that leaves nothing over. */
    static String text(Duration duration) {
        long millis = duration.toMillis();
        return UNITS.stream()
                .filter(unit -> millis >= unit.getValue().toMillis()
                        && millis % unit.getValue().toMillis() == 0)
                .findFirst()
                .map(unit -> millis / unit.getValue().toMillis() + unit.getKey())
                .orElse(millis + "ms");
    }
}
