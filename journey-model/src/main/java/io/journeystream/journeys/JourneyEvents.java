package io.journeystream.journeys;

import io.journeystream.events.Event;
import io.journeystream.events.OperationalEvent;
import io.journeystream.events.VocEvent;
import java.util.List;

/** Operational and voice-of-customer events as the journey record shows them. */
final class JourneyEvents {
    private JourneyEvents() {}

    static List<JourneyEvent> of(List<Event> joined, int cap) {
        return joined.stream().limit(cap).map(JourneyEvents::of).toList();
    }

    private static JourneyEvent of(Event event) {
        if (event instanceof Event.Voc voc) {
            VocEvent answer = voc.avro();
            return new JourneyEvent(
                    EventKind.VOC,
                    answer.getSource(),
                    answer.getEventId(),
                    answer.getOccurredAt(),
                    null,
                    answer.getInstrument().name(),
                    answer.getScore(),
                    answer.getResolved());
        }
        OperationalEvent operation = ((Event.Operational) event).avro();
        return new JourneyEvent(
                EventKind.OPERATIONAL,
                operation.getSource(),
                operation.getEventId(),
                operation.getOccurredAt(),
                operation.getOperation().name(),
                null,
                null,
                null);
    }
}
