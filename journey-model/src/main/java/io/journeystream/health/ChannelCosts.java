package io.journeystream.health;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** What channels cost (docs/semantics.md, section 8). */
final class ChannelCosts {
    private static final double MILLION = 1_000_000;

    private ChannelCosts() {}

    /** Slope of the least-squares line of cost on number of channels, in the currency; null if only one number occurs. */
    static @Nullable Double marginal(Sums sums) {
        BigInteger n = BigInteger.ZERO;
        BigInteger x = BigInteger.ZERO;
        BigInteger xx = BigInteger.ZERO;
        BigInteger y = BigInteger.ZERO;
        BigInteger xy = BigInteger.ZERO;
        for (int place = 0; place < Figure.COST_BY_CHANNELS.size(); place++) {
            BigInteger channels = BigInteger.valueOf(place + 1L);
            BigInteger journeys = BigInteger.valueOf(sums.get(Figure.JOURNEYS_BY_CHANNELS.get(place)));
            BigInteger cost = BigInteger.valueOf(sums.get(Figure.COST_BY_CHANNELS.get(place)));
            n = n.add(journeys);
            x = x.add(journeys.multiply(channels));
            xx = xx.add(journeys.multiply(channels).multiply(channels));
            y = y.add(cost);
            xy = xy.add(cost.multiply(channels));
        }
        BigInteger spread = n.multiply(xx).subtract(x.multiply(x));
        if (spread.signum() == 0) {
            return null;
        }
        BigDecimal slope = new BigDecimal(n.multiply(xy).subtract(x.multiply(y)))
                .divide(new BigDecimal(spread), MathContext.DECIMAL64);
        return slope.doubleValue() / MILLION;
    }

    /** Mean cost with two channels or more, less the median of resolved journeys with one; null if either is none. */
    static @Nullable Double excess(Sums sums) {
        long journeys = 0;
        long cost = 0;
        for (int place = 1; place < Figure.COST_BY_CHANNELS.size(); place++) {
            journeys += sums.get(Figure.JOURNEYS_BY_CHANNELS.get(place));
            cost += sums.get(Figure.COST_BY_CHANNELS.get(place));
        }
        Double median = sums.singleChannelCost().quantile(0.5);
        return journeys == 0 || median == null ? null : ((double) cost / journeys - median) / MILLION;
    }
}
