package io.journeystream.alerts;

import io.journeystream.alerts.AlertState.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When rules would have fired, had they been asked at the end of every hour, by health as it stands today. What was
 * provisional then has matured by now, so rules about provisional journeys look at all.
 */
public final class Backtest {
    private final HourlyCells cells;
    private final Evaluation evaluation;

    public Backtest(HourlyCells cells, Evaluation evaluation) {
        this.cells = cells;
        this.evaluation = evaluation;
    }

    /**
     * Each time that it would have fired, in order.
     *
     * @param from the first hour that is looked at, epoch milliseconds
     * @param to the last one
     */
    public List<Episode> of(AlertRule rule, long from, long to) {
        AlertRule asked = rule.counted() == Counted.PROVISIONAL ? rule.counting(Counted.ALL) : rule;
        List<Episode> episodes = new ArrayList<>();
        for (Subject subject : cells.subjects()) {
            if (rule.looksAt(subject)) {
                episodes.addAll(of(asked, subject, from, to));
            }
        }
        episodes.sort(Comparator.comparingLong(Episode::from)
                .thenComparing(episode -> episode.subject().toString()));
        return episodes;
    }

    private List<Episode> of(AlertRule rule, Subject subject, long from, long to) {
        List<Episode> episodes = new ArrayList<>();
        AlertState state = AlertState.INACTIVE;
        Open open = null;
        long firstHour = Math.floorDiv(from, HourlyCells.HOUR) * HourlyCells.HOUR;
        for (long hour = firstHour; hour <= to; hour += HourlyCells.HOUR) {
            long at = hour + HourlyCells.HOUR;
            Reading reading = evaluation.read(rule, subject, at);
            state = state.after(rule, reading.judgement(), at);
            if (state.phase() == Phase.FIRING) {
                open = open == null ? new Open(at, reading, worst(rule, reading, null)) : open.with(rule, reading);
            } else if (open != null) {
                episodes.add(open.episode(rule, subject, at));
                open = null;
            }
        }
        if (open != null) {
            episodes.add(open.episode(rule, subject, null));
        }
        return episodes;
    }

    private static double worst(AlertRule rule, Reading reading, @Nullable Double before) {
        Double value = reading.value();
        if (value == null || before == null) {
            return before != null ? before : value != null ? value : Double.NaN;
        }
        return rule.isFallBad() ? Math.min(before, value) : Math.max(before, value);
    }

    /** One that is not over yet. */
    private record Open(long from, Reading first, double worst) {
        Open with(AlertRule rule, Reading reading) {
            return new Open(from, first, Backtest.worst(rule, reading, worst));
        }

        Episode episode(AlertRule rule, Subject subject, @Nullable Long until) {
            return new Episode(rule.name(), subject, from, until, first, worst);
        }
    }
}
