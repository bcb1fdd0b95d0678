package io.journeystream.measures;

import io.journeystream.events.Instrument;
import io.journeystream.events.VocEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Survey answers on one scale each, whatever scale they were given on (docs/semantics.md, section 6). */
final class Surveys {
    private Surveys() {}

    /** Mean customer effort score on 1 to 7; null without an answer. */
    static @Nullable Double ces(List<VocEvent> answers) {
        Double mean = mean(answers, Instrument.CES);
        return mean == null ? null : 1 + 6 * mean;
    }

    /** Mean satisfaction on 1 to 5; null without an answer. */
    static @Nullable Double csat(List<VocEvent> answers) {
        Double mean = mean(answers, Instrument.CSAT);
        return mean == null ? null : 1 + 4 * mean;
    }

    /** Last likelihood to recommend on 0 to 10; null without an answer. */
    static @Nullable Double nps(List<VocEvent> answers) {
        Double last = null;
        for (VocEvent answer : answers) {
            Double normalised = answer.getInstrument() == Instrument.NPS ? normalised(answer) : null;
            last = normalised == null ? last : normalised;
        }
        return last == null ? null : 10 * last;
    }

    private static @Nullable Double mean(List<VocEvent> answers, Instrument instrument) {
        double sum = 0;
        int count = 0;
        for (VocEvent answer : answers) {
            Double normalised = answer.getInstrument() == instrument ? normalised(answer) : null;
            if (normalised != null) {
                sum += normalised;
                count++;
            }
        }
        return count == 0 ? null : sum / count;
    }

    private static @Nullable Double normalised(VocEvent answer) {
        Double score = answer.getScore();
        Double min = answer.getScaleMin();
        Double max = answer.getScaleMax();
        if (score == null || min == null || max == null) {
            return null;
        }
        double position = (score - min) / (max - min);
        return answer.getHigherIsBetter() ? position : 1 - position;
    }
}
