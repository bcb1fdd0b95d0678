package io.journeystream.health;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which health cell: those journeys of a type that began in one hour or day and have one value of a dimension.
 *
 * @param cohort begin of the hour or day in UTC, epoch milliseconds
 * @param dimension {@link #ALL}, {@link #ENTRY_CHANNEL} or an attribute's name
 * @param value null for ALL, and for journeys that have none
 */
public record CellKey(
        String type,
        Period period,
        long cohort,
        String dimension,
        @Nullable String value) {
    /** The dimension in which all journeys are one. */
    public static final String ALL = "ALL";

    /** The dimension of the channel in which journeys began. */
    public static final String ENTRY_CHANNEL = "entryChannel";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH'Z'");
    private static final int WITHOUT_VALUE = 4;

    /** Begin of the period that a time lies in, epoch milliseconds. */
    public static long cohort(Period period, long time) {
        long length = period == Period.HOUR ? 3_600_000L : 86_400_000L;
        return Math.floorDiv(time, length) * length;
    }

    /** Its name, such as {@code billing/DAY/2026-01-05T00Z/segment/gold}; parts are percent-encoded. */
    @Override
    public String toString() {
        String time = TIME.format(Instant.ofEpochMilli(cohort).atOffset(ZoneOffset.UTC));
        String name = String.join("/", NamePart.encode(type), period.name(), time, NamePart.encode(dimension));
        return value == null ? name : name + "/" + NamePart.encode(value);
    }

    /**
     * The cell of that name.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static CellKey parse(String name) {
        List<String> parts = List.of(name.split("/", -1));
        if (parts.size() < WITHOUT_VALUE || parts.size() > WITHOUT_VALUE + 1) {
            throw new IllegalArgumentException("not the name of a health cell: " + name);
        }
        return new CellKey(
                NamePart.decode(parts.get(0)),
                Period.valueOf(parts.get(1)),
                TIME.parse(parts.get(2), LocalDateTime::from)
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli(),
                NamePart.decode(parts.get(3)),
                parts.size() > WITHOUT_VALUE ? NamePart.decode(parts.get(WITHOUT_VALUE)) : null);
    }
}
