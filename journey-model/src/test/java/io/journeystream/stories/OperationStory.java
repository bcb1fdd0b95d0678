package io.journeystream.stories;

import io.journeystream.events.Event;
import io.journeystream.events.Operation;
import io.journeystream.events.OperationalEvent;
import java.time.Instant;
import java.util.List;

/** One operational event. */
public final class OperationStory extends Facts<OperationStory> {
    private final String customer;
    private final Operation operation;
    private final String eventId;
    private final Instant at;

    OperationStory(String customer, Operation operation, String eventId, Instant at) {
        this.customer = customer;
        this.operation = operation;
        this.eventId = eventId;
        this.at = at;
    }

    @Override
    OperationStory self() {
        return this;
    }

    /** About that case. */
    public OperationStory ofCase(String number) {
        return reference("case", number);
    }

    List<Event> events() {
        return List.of(new Event.Operational(OperationalEvent.newBuilder()
                .setSource(source)
                .setEventId(eventId)
                .setOccurredAt(at)
                .setSequence(sequence)
                .setIdentifiers(Story.accountOf(customer))
                .setReferences(references)
                .setAttributes(attributes)
                .setIntent(intent)
                .setOperation(operation)
                .build()));
    }
}
