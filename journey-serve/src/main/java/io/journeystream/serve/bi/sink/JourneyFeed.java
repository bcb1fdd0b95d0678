package io.journeystream.serve.bi.sink;

import io.journeystream.journeys.EventKind;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyContact;
import io.journeystream.journeys.JourneyEvent;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.journeys.Leg;
import io.journeystream.journeys.Transition;
import io.journeystream.serve.bi.star.Row;
import io.journeystream.serve.bi.star.Star;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Journeys with their contacts, legs, surveys and switches; those that are superseded or erased leave. */
public final class JourneyFeed implements Feed<Journey> {
    @Override
    public Topic<String, Journey> topic() {
        return Topics.JOURNEYS;
    }

    @Override
    public Class<Journey> type() {
        return Journey.class;
    }

    @Override
    public void add(@Nullable Journey journey, Row.Origin origin, Batch batch) {
        batch.counted();
        batch.replace(Replaced.JOURNEYS, origin.key());
        if (journey == null
                || journey.getStatus() == JourneyStatus.SUPERSEDED
                || journey.getStatus() == JourneyStatus.ERASED) {
            return;
        }
        batch.type(journey.getType(), journey.getTeam());
        batch.customer(journey.getCustomerId());
        batch.channel(journey.getEntryChannel());
        batch.channel(journey.getLastChannel());
        batch.day(journey.getStartedAt());
        Row row = Row.of(journey, origin);
        batch.row(Star.JOURNEYS, row);
        batch.row(Star.PLACES, row);
        contacts(journey.getContacts(), row, batch);
        surveys(journey.getEvents(), row, batch);
        switches(journey.getTransitions(), row, batch);
    }

    private static void contacts(List<JourneyContact> contacts, Row journey, Batch batch) {
        int number = 0;
        for (JourneyContact contact : contacts) {
            Row row = journey.part(contact, ++number);
            batch.day(contact.getStart());
            batch.row(Star.CONTACTS, row);
            int leg = 0;
            for (Leg each : contact.getLegs()) {
                batch.channel(each.getChannel());
                batch.day(each.getStart());
                batch.row(Star.LEGS, row.part(each, ++leg));
            }
        }
    }

    private static void surveys(List<JourneyEvent> events, Row journey, Batch batch) {
        int number = 0;
        for (JourneyEvent event : events) {
            number++;
            if (event.getKind() == EventKind.VOC) {
                batch.day(event.getOccurredAt());
                batch.row(Star.SURVEYS, journey.part(event, number));
            }
        }
    }

    private static void switches(List<Transition> transitions, Row journey, Batch batch) {
        int number = 0;
        for (Transition step : transitions) {
            number++;
            if (step.getForced() + step.getVoluntary() + step.getConcurrent() > 0) {
                batch.channel(step.getFrom());
                batch.channel(step.getTo());
                batch.row(Star.SWITCHES, journey.part(step, number));
            }
        }
    }
}
