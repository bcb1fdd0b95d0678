package io.journeystream.alerts;

import io.journeystream.health.CellKey;
import org.jspecify.annotations.Nullable;

/**
 * Of which journeys an alert speaks.
 *
 * @param value null for journeys together, and for those that have none
 */
public record Subject(String type, String dimension, @Nullable String value) {

    static Subject of(CellKey key) {
        return new Subject(key.type(), key.dimension(), key.value());
    }

    @Override
    public String toString() {
        if (dimension.equals(CellKey.ALL)) {
            return type;
        }
        return type + " " + dimension + "=" + (value == null ? "(none)" : value);
    }
}
