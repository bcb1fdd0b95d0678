package io.journeystream.health;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Sums over the figures of journeys. They form a group: what was added can be exactly taken away again, in any order.
 * Longs wrap around, which a group may; squares of money need more than a long.
 */
public final class Sums {
    private final long[] figures = new long[Figure.values().length];
    private final BigInteger[] costSquared = new BigInteger[Figure.COST_BY_CHANNELS.size()];
    private final Histogram effort = new Histogram();
    private final Histogram timeToResolution = new Histogram();
    private final Histogram singleChannelCost = new Histogram();

    public Sums() {
        Arrays.fill(costSquared, BigInteger.ZERO);
    }

    /**
     * Adds the figures of a journey.
     *
     * @param times 1, or -1 to take them away
     */
    public void add(JourneyFigures journey, int times) {
        journey.addTo(figures, times);
        for (int i = 0; i < costSquared.length; i++) {
            long cost = journey.get(Figure.COST_BY_CHANNELS.get(i));
            if (cost != 0) {
                addCostSquared(i, BigInteger.valueOf(cost).pow(2).multiply(BigInteger.valueOf(times)));
            }
        }
        effort.add(journey.get(Figure.EFFORT), times);
        if (journey.get(Figure.TIMED_RESOLUTIONS) > 0) {
            timeToResolution.add(journey.get(Figure.TIME_TO_RESOLUTION), times);
        }
        if (journey.get(Figure.JOURNEYS_OF_1) > 0 && journey.get(Figure.RESOLVED) > 0) {
            singleChannelCost.add(journey.get(Figure.COST), times);
        }
    }

    /** Adds other sums. */
    public void add(Sums other) {
        for (int i = 0; i < figures.length; i++) {
            figures[i] += other.figures[i];
        }
        for (int i = 0; i < costSquared.length; i++) {
            addCostSquared(i, other.costSquared[i]);
        }
        effort.add(other.effort);
        timeToResolution.add(other.timeToResolution);
        singleChannelCost.add(other.singleChannelCost);
    }

    /** Adds to one sum. */
    public void add(Figure figure, long units) {
        figures[figure.place()] += units;
    }

    /**
     * Adds to a sum of squared costs.
     *
     * @param place 0 for journeys with one channel, and so on
     * @param squared in squares of a millionth of the currency
     */
    public void addCostSquared(int place, BigInteger squared) {
        if (squared.signum() != 0) {
            costSquared[place] = costSquared[place].add(squared);
        }
    }

    /** In the figure's unit. */
    public long get(Figure figure) {
        return figures[figure.place()];
    }

    /** By number of channels: 1, 2, 3, 4 and more. */
    public List<BigInteger> costSquared() {
        return List.of(costSquared);
    }

    /** Efforts, in millionths. */
    public Histogram effort() {
        return effort;
    }

    /** Times to resolution, in milliseconds. */
    public Histogram timeToResolution() {
        return timeToResolution;
    }

    /** Costs of resolved journeys with one channel, in millionths. */
    public Histogram singleChannelCost() {
        return singleChannelCost;
    }

    /** Whether nothing is counted. */
    public boolean isZero() {
        return Arrays.stream(figures).allMatch(figure -> figure == 0)
                && Arrays.stream(costSquared).allMatch(squared -> squared.signum() == 0)
                && effort.isEmpty()
                && timeToResolution.isEmpty()
                && singleChannelCost.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sums that
                && Arrays.equals(figures, that.figures)
                && Arrays.equals(costSquared, that.costSquared)
                && effort.equals(that.effort)
                && timeToResolution.equals(that.timeToResolution)
                && singleChannelCost.equals(that.singleChannelCost);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(figures);
    }

    @Override
    public String toString() {
        return Arrays.toString(figures);
    }
}
