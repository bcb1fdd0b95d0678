package io.journeystream.serve.bi.feeds;

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
    public void add(@Nullable Journey journey, Row.Origin origin, StarOutput out) {
        out.counted();
        out.replace(Star.JOURNEYS, origin.key());
        if (journey == null
                || journey.getStatus() == JourneyStatus.SUPERSEDED
                || journey.getStatus() == JourneyStatus.ERASED) {
            return;
        }
        out.type(journey.getType());
        out.customer(journey.getCustomerId());
        out.channel(journey.getEntryChannel());
        out.channel(journey.getLastChannel());
        out.day(journey.getStartedAt());
        Row row = Row.of(journey, origin);
        out.row(Star.JOURNEYS, row);
        out.row(Star.PLACES, row);
        contacts(journey.getContacts(), row, out);
        surveys(journey.getEvents(), row, out);
        switches(journey.getTransitions(), row, out);
    }

    private static void contacts(List<JourneyContact> contacts, Row journey, StarOutput out) {
        int number = 0;
        for (JourneyContact contact : contacts) {
            Row row = journey.part(contact, ++number);
            out.day(contact.getStart());
            out.row(Star.CONTACTS, row);
            int leg = 0;
            for (Leg each : contact.getLegs()) {
                out.channel(each.getChannel());
                out.day(each.getStart());
                out.row(Star.LEGS, row.part(each, ++leg));
            }
        }
    }

    private static void surveys(List<JourneyEvent> events, Row journey, StarOutput out) {
        int number = 0;
        for (JourneyEvent event : events) {
            number++;
            if (event.getKind() == EventKind.VOC) {
                out.day(event.getOccurredAt());
                out.row(Star.SURVEYS, journey.part(event, number));
            }
        }
    }

    private static void switches(List<Transition> transitions, Row journey, StarOutput out) {
        int number = 0;
        for (Transition step : transitions) {
            number++;
            if (step.getForced() + step.getVoluntary() + step.getConcurrent() > 0) {
                out.channel(step.getFrom());
                out.channel(step.getTo());
                out.row(Star.SWITCHES, journey.part(step, number));
            }
        }
    }
}
