package io.journeystream.alerts;

import io.journeystream.definitions.Definitions;
import io.journeystream.health.Apart;
import io.journeystream.health.CellKey;
import io.journeystream.health.Period;
import io.journeystream.health.Sums;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Hours of health made up by a person, and when a rule should fire over them.
 *
 * @param hours what each counts, from the first on
 * @param fires every time that it should, in order; none: it should not
 */
public record RuleTest(String name, AlertRule rule, Subject subject, List<Sums> hours, List<Firing> fires) {

    public RuleTest {
        hours = List.copyOf(hours);
        fires = List.copyOf(fires);
    }

    /**
     * Hours are counted from 0.
     *
     * @param from the hour at whose end it fires
     * @param until the one at whose end it is over; the number of hours if it is not by then
     */
    public record Firing(int from, int until) {
        @Override
        public String toString() {
            return "from hour " + from + " until hour " + until;
        }
    }

    /** What came of it: when it fired, and whether that is when it should. */
    public record Result(RuleTest test, List<Firing> fired) {
        public boolean isPassed() {
            return fired.equals(test.fires());
        }

        /** A sentence. */
        public String told() {
            return isPassed()
                    ? test.name() + ": as it should"
                    : test.name() + ": fires " + said(fired) + ", should " + said(test.fires());
        }

        private static String said(List<Firing> firings) {
            return firings.isEmpty()
                    ? "never"
                    : firings.stream().map(Firing::toString).collect(Collectors.joining(", "));
        }
    }

    /**
     * Asks the rule at the end of every hour.
     *
     * @param definitions whose targets count
     */
    public Result run(Definitions definitions) {
        HourlyCells cells = new HourlyCells();
        for (int hour = 0; hour < hours.size(); hour++) {
            CellKey key = new CellKey(
                    subject.type(), Period.HOUR, hour * HourlyCells.HOUR, subject.dimension(), subject.value());
            cells.put(key, new Apart<>(hours.get(hour), new Sums()));
        }
        AlertRule asked = rule.counting(Counted.ALL);
        long last = (hours.size() - 1) * HourlyCells.HOUR;
        List<Firing> fired = new Backtest(cells, new Evaluation(cells, new Activity(), definitions))
                .of(asked, 0, last).stream().map(this::hours).toList();
        return new Result(this, fired);
    }

    private Firing hours(Episode episode) {
        Long until = episode.until();
        return new Firing(endingAt(episode.from()), until == null ? hours.size() : endingAt(until));
    }

    private static int endingAt(long end) {
        return Math.toIntExact(end / HourlyCells.HOUR) - 1;
    }
}
