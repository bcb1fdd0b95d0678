package io.journeystream.local.simulator;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Chance from a seed: the same on every machine and Java version. Not thread-safe. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    Duration seconds(double low, double high) {
        return Duration.ofMillis((long) (1000 * between(low, high)));
    }

    Duration minutes(double low, double high) {
        return seconds(60 * low, 60 * high);
    }

    Duration hours(double low, double high) {
        return seconds(3600 * low, 3600 * high);
    }

    /** Mostly short, sometimes long; never more than ten times the mean. */
    Duration exponential(Duration mean) {
        double factor = Math.min(10, -StrictMath.log(1 - random.nextDouble()));
        return Duration.ofMillis((long) (mean.toMillis() * factor));
    }

    /** One of the choices, in proportion to their weights. */
    <T> T pick(List<T> choices, ToDoubleFunction<T> weight) {
        double total = choices.stream().mapToDouble(weight).sum();
        double left = total * random.nextDouble();
        for (T choice : choices) {
            left -= weight.applyAsDouble(choice);
            if (left < 0) {
                return choice;
            }
        }
        return choices.get(choices.size() - 1);
    }
}
