package io.journeystream.local.alerts;

import io.journeystream.alerts.AlertRule;
import io.journeystream.alerts.Condition;
import io.journeystream.alerts.Episode;
import io.journeystream.local.view.Durations;
import io.journeystream.local.view.Figures;
import io.journeystream.local.view.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a rule would have fired, for a person to read. */
public final class EpisodesPage {
    private static final int TO_THE_MINUTE = 16;

    private EpisodesPage() {}

    /** The lines of one rule. */
    public static List<String> lines(AlertRule rule, List<Episode> episodes) {
        List<String> lines = new ArrayList<>();
        lines.add(rule.name() + " (" + condition(rule) + "): "
                + (episodes.isEmpty() ? "would not have fired" : times(episodes.size())));
        if (episodes.isEmpty()) {
            return lines;
        }
        Table table = new Table(
                        "journeys", "fires (UTC)", "lasts", rule.metric().toString(), "sample", "against", "worst")
                .texts(2);
        episodes.forEach(episode -> table.row(
                episode.subject().toString(),
                minute(episode.from()),
                lasted(episode),
                number(episode.first().value()),
                Figures.count(episode.first().sample()),
                number(episode.first().against()),
                number(episode.worst())));
        lines.addAll(table.lines());
        return lines;
    }

    private static String times(int number) {
        return "would have fired " + (number == 1 ? "once" : Figures.count(number) + " times");
    }

    private static String condition(AlertRule rule) {
        Condition condition = rule.condition();
        String metric = rule.metric() + " of " + (rule.window() == 1 ? "an hour" : rule.window() + " hours");
        if (condition instanceof Condition.Limit limit) {
            return metric + (limit.below() ? " below " : " above ") + number(limit.limit());
        }
        if (condition instanceof Condition.MissedTarget) {
            return metric + " against its target";
        }
        return condition instanceof Condition.Change change
                ? metric + " against the same hours of " + change.weeks() + " weeks"
                : metric + " by its error budget";
    }

    private static String lasted(Episode episode) {
        Long until = episode.until();
        return until == null ? "still fires" : Durations.text((double) (until - episode.from()));
    }

    private static String minute(long at) {
        return Instant.ofEpochMilli(at).toString().substring(0, TO_THE_MINUTE).replace('T', ' ');
    }

    private static String number(@Nullable Double number) {
        return number == null ? "-" : String.valueOf(Math.round(number * 1000) / 1000.0);
    }
}
