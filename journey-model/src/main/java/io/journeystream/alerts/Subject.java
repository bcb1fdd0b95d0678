package io.journeystream.alerts;

import io.journeystream.health.CellKey;
import io.journeystream.health.Contribution;
import io.journeystream.journeys.Journey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Of which journeys an alert speaks.
 *
 * @param type empty for a source of events
 * @param value null for journeys together, and for those that have none
 */
public record Subject(
        String type, String dimension, @Nullable String value) {

    private static final String SOURCE = "source";

    /** A source of events, whatever journeys they belong to. */
    static Subject source(String name) {
        return new Subject("", SOURCE, name);
    }

    boolean isSource() {
        return dimension.equals(SOURCE) && type.isEmpty();
    }

    /** Of which an alert speaks. */
    public static Subject of(Alert alert) {
        return new Subject(alert.getType(), alert.getDimension(), alert.getValue());
    }

    static Subject of(CellKey key) {
        return new Subject(key.type(), key.dimension(), key.value());
    }

    /**
     * Whether a journey as published is one of these, and began in a span of time.
     *
     * @param from epoch milliseconds
     * @param to epoch milliseconds, itself not included
     */
    public boolean includes(Journey journey, long from, long to) {
        Contribution counted = Contribution.of(journey).orElse(null);
        return counted != null
                && counted.type().equals(type)
                && counted.startedAt() >= from
                && counted.startedAt() < to
                && (dimension.equals(CellKey.ALL) || Objects.equals(value, of(counted)));
    }

    private @Nullable String of(Contribution counted) {
        return dimension.equals(CellKey.ENTRY_CHANNEL)
                ? counted.entryChannel()
                : counted.attributes().get(dimension);
    }

    @Override
    public String toString() {
        if (dimension.equals(CellKey.ALL)) {
            return type;
        }
        if (type.isEmpty()) {
            return "source " + value;
        }
        return type + " " + dimension + "=" + (value == null ? "(none)" : value);
    }
}
