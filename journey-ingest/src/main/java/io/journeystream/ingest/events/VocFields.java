package io.journeystream.ingest.events;

import io.journeystream.events.Identifier;
import io.journeystream.events.Instrument;
import io.journeystream.events.VocEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads an event of the voice of the customer. */
final class VocFields {
    private static final Set<Instrument> SCALED = EnumSet.of(Instrument.CES, Instrument.CSAT, Instrument.NPS);

    private VocFields() {}

    static VocEvent read(Fields fields, List<Identifier> identifiers) {
        VocEvent event = new VocEvent(
                fields.requiredText("source"),
                fields.requiredText("eventId"),
                fields.whole("revision", 0),
                Occurrence.of(fields),
                fields.whole("sequence", 0),
                identifiers,
                fields.texts("references"),
                fields.text("intent"),
                fields.texts("attributes"),
                fields.requiredSymbol("instrument", Instrument.class),
                fields.number("score"),
                fields.number("scaleMin"),
                fields.number("scaleMax"),
                Objects.requireNonNullElse(fields.truth("higherIsBetter"), true),
                fields.truth("resolved"),
                fields.text("contactId"),
                fields.text("comment"));
        checkScale(event, fields);
        return event;
    }

    private static void checkScale(VocEvent event, Fields fields) {
        Double score = event.getScore();
        if (score == null || !SCALED.contains(event.getInstrument())) {
            return;
        }
        Double min = event.getScaleMin();
        Double max = event.getScaleMax();
        if (min == null || max == null) {
            String missing = min == null ? "scaleMin" : "scaleMax";
            fields.mistake(missing, "a score of " + event.getInstrument() + " needs scaleMin and scaleMax");
        } else if (min >= max) {
            fields.mistake("scaleMin", "scaleMin must be below scaleMax, were " + min + " and " + max);
        } else if (score < min || score > max) {
            fields.mistake("score", "score must lie on its scale from " + min + " to " + max + ", was " + score);
        }
    }
}
