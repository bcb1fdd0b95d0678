package io.journeystream.local.simulator;

import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.Operation;
import io.journeystream.events.OperationalEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that the organisation's systems note about one concern of one person. */
final class Dossier {
    private final String id;
    private final Person person;
    private final Concern concern;
    private final Map<String, String> references = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private int contacts;
    private int operations;

    Dossier(String id, Person person, Concern concern) {
        this.id = id;
        this.person = person;
        this.concern = concern;
        if (concern.delivers()) {
            references.put("order", "O-" + id);
        }
    }

    String id() {
        return id;
    }

    Concern concern() {
        return concern;
    }

    List<Event> events() {
        return events;
    }

    void add(Event event) {
        events.add(event);
    }

    /** Begins the record of a further contact. */
    ContactLog contact(Source source, boolean anonymous, Instant start) {
        contacts++;
        return new ContactLog(this, source, id + "-" + contacts, anonymous, start);
    }

    List<Identifier> identifiers(Source source, boolean anonymous) {
        return person.identifiers(source, anonymous);
    }

    Map<String, String> references() {
        return Map.copyOf(references);
    }

    Map<String, String> attributes() {
        return Map.of("segment", person.segment());
    }

    boolean hasCase() {
        return references.containsKey("case");
    }

    void openCase(Instant at) {
        references.put("case", "C-" + id);
        operation(Operation.CASE_OPENED, at);
    }

    void operation(Operation operation, Instant at) {
        operations++;
        events.add(new Event.Operational(OperationalEvent.newBuilder()
                .setSource(Source.CRM.label())
                .setEventId(id + "/crm/" + operations)
                .setOccurredAt(at)
                .setSequence(operations)
                .setIdentifiers(identifiers(Source.CRM, false))
                .setReferences(references())
                .setIntent(concern.intent())
                .setAttributes(attributes())
                .setOperation(operation)
                .build()));
    }
}
