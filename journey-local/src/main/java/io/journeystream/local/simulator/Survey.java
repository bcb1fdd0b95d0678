package io.journeystream.local.simulator;

import io.journeystream.events.Event;
import io.journeystream.events.Instrument;
import io.journeystream.events.VocEvent;
import java.time.Instant;

/** Asks some people afterwards; the more contacts it took, the worse they answer. */
final class Survey {
    private static final double ANSWERS = 0.12;

    private final Dice dice;
    private final Dossier dossier;

    Survey(Dice dice, Dossier dossier) {
        this.dice = dice;
        this.dossier = dossier;
    }

    void ask(Instant over, int contacts, boolean settled) {
        if (!dice.happens(ANSWERS)) {
            return;
        }
        Instant at = over.plus(dice.hours(1, 30));
        double mood = Math.max(0, Math.min(1, (settled ? 0.95 : 0.45) - 0.2 * (contacts - 1) - dice.between(0, 0.35)));
        switch (dice.below(4)) {
            case 0 -> score(Instrument.CES, at, 1, 7, mood);
            case 1 -> score(Instrument.CSAT, at, 1, 5, mood);
            case 2 -> score(Instrument.NPS, at, 0, 10, mood);
            default ->
                dossier.add(new Event.Voc(
                        answer(Instrument.RESOLUTION, at).setResolved(settled).build()));
        }
    }

    private void score(Instrument instrument, Instant at, double min, double max, double mood) {
        dossier.add(new Event.Voc(answer(instrument, at)
                .setScaleMin(min)
                .setScaleMax(max)
                .setScore((double) Math.round(min + mood * (max - min)))
                .build()));
    }

    private VocEvent.Builder answer(Instrument instrument, Instant at) {
        return VocEvent.newBuilder()
                .setSource(Source.SURVEY.label())
                .setEventId(dossier.id() + "/survey")
                .setOccurredAt(at)
                .setIdentifiers(dossier.inSurvey())
                .setReferences(dossier.references())
                .setIntent(dossier.concern().intent())
                .setAttributes(dossier.attributes())
                .setInstrument(instrument);
    }
}
