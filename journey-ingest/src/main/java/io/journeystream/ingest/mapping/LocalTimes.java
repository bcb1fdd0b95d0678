package io.journeystream.ingest.mapping;

import com.dashjoin.jsonata.JException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code $instant(text, picture [, zone])}: local time in an export to epoch milliseconds. Dates that do not exist are
 * errors. A time that a clock change skips counts as that much later; one that comes twice is the first of the two.
 */
final class LocalTimes {
    static final String NAME = "instant";
    private static final int REMEMBERED = 100;

    private final ZoneId zone;
    private final Map<String, DateTimeFormatter> pictures = new HashMap<>();
    private final Map<String, ZoneId> zones = new HashMap<>();

    LocalTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** Nothing for nothing and for blank text, so that a gap in an export stays a gap. */
    @Nullable
    Long call(List<?> arguments) {
        Object text = argument(arguments, 0);
        if (text == null || text.toString().isBlank()) {
            return null;
        }
        if (!(argument(arguments, 1) instanceof String picture)) {
            throw new JException("$instant needs a picture as its second argument, such as \"d/M/yyyy H:mm\"", -1);
        }
        try {
            return millis(text.toString().strip(), picture, zone(argument(arguments, 2)));
        } catch (DateTimeException e) {
            throw new JException("$instant: \"" + text + "\" is no time written as \"" + picture + "\"", -1);
        }
    }

    private static @Nullable Object argument(List<?> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    private long millis(String text, String picture, ZoneId local) {
        TemporalAccessor time =
                formatter(picture).parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (time instanceof OffsetDateTime offset) {
            return offset.toInstant().toEpochMilli();
        }
        LocalDateTime dateTime = time instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) time;
        return dateTime.atZone(local).toInstant().toEpochMilli();
    }

    private DateTimeFormatter formatter(String picture) {
        DateTimeFormatter known = pictures.get(picture);
        if (known != null) {
            return known;
        }
        DateTimeFormatter made = compiled(picture);
        if (pictures.size() < REMEMBERED) {
            pictures.put(picture, made);
        }
        return made;
    }

    private static DateTimeFormatter compiled(String picture) {
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(picture)
                    .parseDefaulting(ChronoField.ERA, 1)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new JException("$instant: \"" + picture + "\" is no picture of a time: " + e.getMessage(), -1);
        }
    }

    private ZoneId zone(@Nullable Object name) {
        if (name == null) {
            return zone;
        }
        try {
            return zones.size() < REMEMBERED
                    ? zones.computeIfAbsent(name.toString(), ZoneId::of)
                    : ZoneId.of(name.toString());
        } catch (DateTimeException e) {
            throw new JException("$instant: \"" + name + "\" is no time zone such as Europe/London", -1);
        }
    }
}
