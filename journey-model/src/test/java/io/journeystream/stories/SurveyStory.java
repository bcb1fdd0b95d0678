package io.journeystream.stories;

import io.journeystream.events.Event;
import io.journeystream.events.Instrument;
import io.journeystream.events.VocEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One survey answer. */
public final class SurveyStory extends Facts<SurveyStory> {
    private final String customer;
    private final Instrument instrument;
    private final String eventId;
    private final Instant at;
    private @Nullable Double score;
    private @Nullable Double min;
    private @Nullable Double max;
    private boolean higherIsBetter = true;
    private @Nullable Boolean resolved;
    private @Nullable String contactId;

    SurveyStory(String customer, Instrument instrument, String eventId, Instant at) {
        this.customer = customer;
        this.instrument = instrument;
        this.eventId = eventId;
        this.at = at;
    }

    @Override
    SurveyStory self() {
        return this;
    }

    public SurveyStory scored(double itsScore, double lowest, double highest) {
        score = itsScore;
        min = lowest;
        max = highest;
        return this;
    }

    public SurveyStory lowerIsBetter() {
        higherIsBetter = false;
        return this;
    }

    public SurveyStory saysResolved(boolean itsAnswer) {
        resolved = itsAnswer;
        return this;
    }

    public SurveyStory onContact(String named) {
        contactId = named;
        return this;
    }

    List<Event> events() {
        return List.of(new Event.Voc(VocEvent.newBuilder()
                .setSource(source)
                .setEventId(eventId)
                .setOccurredAt(at)
                .setSequence(sequence)
                .setIdentifiers(Story.accountOf(customer))
                .setReferences(references)
                .setAttributes(attributes)
                .setIntent(intent)
                .setInstrument(instrument)
                .setScore(score)
                .setScaleMin(min)
                .setScaleMax(max)
                .setHigherIsBetter(higherIsBetter)
                .setResolved(resolved)
                .setContactId(contactId)
                .build()));
    }
}
