package io.journeystream.alerts;

import io.journeystream.alerts.Reading.Judgement;
import java.time.Instant;
import java.util.Optional;

/** Looks again at what fired on matured figures, which change only when facts are corrected. */
final class Correction {
    private Correction() {}

    /**
     * Why an alert would not have fired by what is known now, as a sentence; empty if it would have, or nobody can say:
     * the rule judges otherwise today, or the cells behind it have been forgotten.
     */
    static Optional<String> of(Alert alert, AlertRule rule, Evaluation evaluation) {
        Subject subject = Subject.of(alert);
        Instant firedAt = alert.getFiredAt();
        if (firedAt == null
                || alert.getCorrection() != null
                || !evaluation.basis(rule, subject).equals(alert.getBasis())
                || !evaluation.isKept(rule, subject, firedAt.toEpochMilli())) {
            return Optional.empty();
        }
        Reading reading = evaluation.read(rule, subject, firedAt.toEpochMilli());
        return switch (reading.judgement()) {
            case BAD, BETWEEN -> Optional.empty();
            case GOOD, UNKNOWN -> Optional.of(sentence(alert, reading));
        };
    }

    private static String sentence(Alert alert, Reading now) {
        return "The facts have been corrected since it fired at " + alert.getFiredAt() + ": " + alert.getMetric()
                + " is " + AlertMessage.number(now.value()) + " over " + now.sample()
                + " by what is known now, which is "
                + (now.judgement() == Judgement.GOOD ? "good" : "too little to judge by");
    }
}
