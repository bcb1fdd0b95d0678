package io.journeystream.health;

import io.journeystream.journeys.Journey;
import java.util.Arrays;

/** All figures of one journey. */
public final class JourneyFigures {
    private static final Figure[] ALL = Figure.values();

    private final long[] values;

    private JourneyFigures(long[] values) {
        this.values = values;
    }

    /** The figures of a journey as it is published. */
    public static JourneyFigures of(Journey journey) {
        long[] values = new long[ALL.length];
        for (Figure figure : ALL) {
            values[figure.place()] = figure.of(journey);
        }
        return new JourneyFigures(values);
    }

    /**
     * Figures as they were written down.
     *
     * @param values in the order of {@link Figure}; those that are missing at the end are 0
     */
    public static JourneyFigures of(long[] values) {
        return new JourneyFigures(Arrays.copyOf(values, ALL.length));
    }

    /** In the figure's unit. */
    public long get(Figure figure) {
        return values[figure.place()];
    }

    /** All, in the order of {@link Figure}. */
    public long[] values() {
        return values.clone();
    }

    /** Adds them so many times to sums in the same order. */
    void addTo(long[] sums, int times) {
        for (int i = 0; i < values.length; i++) {
            sums[i] += times * values[i];
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JourneyFigures that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
