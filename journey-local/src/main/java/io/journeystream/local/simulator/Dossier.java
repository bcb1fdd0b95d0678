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
import org.jspecify.annotations.Nullable;

/** All that the organisation's systems note about one concern of one person. */
final class Dossier {
    private final String id;
    private final Encounters encounters;
    private final Concern concern;
    private final Map<String, String> references = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private int contacts;
    private int operations;

    Dossier(String id, Encounters encounters, Concern concern) {
        this.id = id;
        this.encounters = encounters;
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
    ContactLog contact(Source source, Instant start) {
        contacts++;
        String contactId = id + "-" + contacts;
        return new ContactLog(this, source, contactId, encounters.meet(source, contactId, caseNumber()), start);
    }

    private @Nullable Identifier caseNumber() {
        String number = references.get("case");
        return number == null ? null : new Identifier("case", number);
    }

    List<Identifier> inSurvey() {
        return encounters.inSurvey();
    }

    Map<String, String> references() {
        return Map.copyOf(references);
    }

    Map<String, String> attributes() {
        return Map.of("segment", encounters.person().segment());
    }

    boolean hasCase() {
        return references.containsKey("case");
    }

    void openCase(Instant at) {
        references.put("case", "C-" + id);
        operation(Operation.CASE_OPENED, at);
    }

    void operation(Operation operation, Instant at) {
        events.add(new Event.Operational(begun(Source.CRM, at)
                .setIdentifiers(encounters.inRecords(caseNumber()))
                .setReferences(references())
                .setIntent(concern.intent())
                .setAttributes(attributes())
                .setOperation(operation)
                .build()));
    }

    /** The person logs in on the same device an hour to a day after; does nothing without identifiers. */
    void laterLogin(List<Identifier> identifiers, Instant after) {
        if (!identifiers.isEmpty()) {
            events.add(new Event.Operational(
                    begun(Source.LOGIN, after.plus(encounters.dice().hours(1, 24)))
                            .setIdentifiers(identifiers)
                            .setReferences(Map.of())
                            .setAttributes(Map.of())
                            .setOperation(Operation.OTHER)
                            .build()));
        }
    }

    private OperationalEvent.Builder begun(Source source, Instant at) {
        operations++;
        return OperationalEvent.newBuilder()
                .setSource(source.label())
                .setEventId(id + "/" + source.label() + "/" + operations)
                .setOccurredAt(at)
                .setSequence(operations);
    }
}
