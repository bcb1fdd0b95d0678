package io.journeystream.serve.alerts.subscriptions;

import io.journeystream.alerts.Severity;
import io.journeystream.definitions.yaml.Section;
import io.journeystream.definitions.yaml.Value;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code quiet-hours:}. */
final class QuietHoursReader {
    private static final int LETTERS_OF_A_DAY = 3;
    private static final Map<String, DayOfWeek> DAYS = Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toMap(
                    day -> day.name().substring(0, LETTERS_OF_A_DAY).toLowerCase(Locale.ROOT), Function.identity()));

    private QuietHoursReader() {}

    static @Nullable QuietHours read(Value value) {
        if (!value.isGiven()) {
            return null;
        }
        Section section = value.section();
        LocalTime from = time(section, "from");
        LocalTime to = time(section, "to");
        if (section.get("from").isGiven() && section.get("to").isGiven() && from.equals(to)) {
            section.mistake("must begin and end at different times of day");
        }
        ZoneId zone = zone(section.get("timezone"));
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        section.get("days").items().forEach(day -> days.add(day.oneOf(DAYS, DayOfWeek.MONDAY)));
        Value except = section.get("except");
        Severity least = except.isGiven() ? except.oneOf(HearingReader.SEVERITIES, Severity.CRITICAL) : null;
        section.finish();
        return new QuietHours(from, to, zone, days, least);
    }

    private static LocalTime time(Section section, String key) {
        Value value = section.get(key);
        if (!value.isGiven()) {
            section.mistake("needs " + key + ", a time of day such as 22:00");
        }
        return value.read(QuietHoursReader::parsed, "a time of day such as 22:00", LocalTime.MIDNIGHT);
    }

    private static Optional<LocalTime> parsed(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** UTC without one. */
    static ZoneId zone(Value value) {
        return value.read(QuietHoursReader::parsedZone, "a time zone such as Europe/Berlin", ZoneOffset.UTC);
    }

    private static Optional<ZoneId> parsedZone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
