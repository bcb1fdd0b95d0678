package io.journeystream.serve.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.events.Event;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.serve.identity.JourneyReasons.Item;

/** Why each event is in a journey, for scripts; as {@link IdentityJson}. */
public final class JourneyJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JourneyJson() {}

    /** A journey that became others. */
    public static ObjectNode of(JourneyExplanation.Superseded superseded) {
        ObjectNode json = ended(superseded.journeyId(), JourneyStatus.SUPERSEDED);
        ArrayNode by = json.putArray("supersededBy");
        superseded.by().forEach(by::add);
        return json;
    }

    /** A journey that was erased. */
    public static ObjectNode of(JourneyExplanation.Erased erased) {
        return ended(erased.journeyId(), JourneyStatus.ERASED);
    }

    private static ObjectNode ended(String journeyId, JourneyStatus status) {
        return JSON.createObjectNode().put("journeyId", journeyId).put("status", status.name());
    }

    /** A journey that stands. */
    public static ObjectNode of(JourneyReasons reasons) {
        Journey journey = reasons.journey();
        ObjectNode json = ended(journey.getJourneyId(), journey.getStatus())
                .put("type", journey.getType())
                .put("customerId", journey.getCustomerId())
                .put("namedBy", Names.of(reasons.customer().strongest()));
        ArrayNode items = json.putArray("items");
        reasons.items().forEach(item -> items.add(of(item)));
        ArrayNode chains = json.putArray("chains");
        reasons.chains()
                .forEach((name, chain) ->
                        chains.addObject().put("name", Names.of(name)).set("evidence", IdentityJson.evidence(chain)));
        return json;
    }

    private static ObjectNode of(Item item) {
        Event event = item.event();
        ObjectNode json = JSON.createObjectNode()
                .put("occurredAt", event.occurredAt())
                .put("source", event.source())
                .put("eventId", event.eventId());
        if (event instanceof Event.Channel channel) {
            json.put("channel", channel.avro().getChannel())
                    .put("action", channel.avro().getAction().name())
                    .put("contactId", channel.avro().getContactId());
        } else if (event instanceof Event.Operational operational) {
            json.put("operation", operational.avro().getOperation().name());
        } else if (event instanceof Event.Voc voc) {
            json.put("instrument", voc.avro().getInstrument().name());
        }
        return json.put("name", Names.of(item.name()));
    }
}
