package io.journeystream.definitions.yaml;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 30m}, {@code 24h}, {@code 7d}, or ISO 8601: {@code PT30M}, {@code P7D}. */
final class Durations {
    static final String FORMS = "a duration such as 30m, 24h, 7d or PT30M";

    private static final Pattern FRIENDLY = Pattern.compile("(-?\\d{1,12})\\s*(ms|s|m|h|d)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    private Durations() {}

    /** Empty if the text is no duration. A day is 24 hours. */
    static Optional<Duration> parse(String text) {
        Matcher friendly = FRIENDLY.matcher(text);
        if (friendly.matches()) {
            return Optional.of(Duration.of(Long.parseLong(friendly.group(1)), UNITS.get(friendly.group(2))));
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
