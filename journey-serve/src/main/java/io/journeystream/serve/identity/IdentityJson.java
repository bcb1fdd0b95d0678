package io.journeystream.serve.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Conflict;
import io.journeystream.identity.Customer;
import io.journeystream.identity.Evidence;
import io.journeystream.identity.Explanation;
import io.journeystream.identity.IdentityCommand;
import java.util.List;

/** Answers for scripts, as JSON objects; identifiers as {@code type:value}, instants as epoch milliseconds. */
public final class IdentityJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private IdentityJson() {}

    /** A customer. */
    public static ObjectNode of(Portrait portrait) {
        ObjectNode json = JSON.createObjectNode();
        Customer customer = portrait.customer();
        json.put("asked", Names.of(portrait.asked()));
        json.put("customerId", customer == null ? null : customer.customerId());
        json.put("blockedItself", portrait.asBlocked() != null);
        json.put("erasedUntil", portrait.erasedUntil());
        json.put("events", customer == null ? 0 : customer.events().size());
        ArrayNode identifiers = json.putArray("identifiers");
        portrait.since()
                .forEach(each -> identifiers
                        .addObject()
                        .put("identifier", Names.of(each.getKey()))
                        .put("since", each.getValue()));
        json.set("evidence", evidence(portrait.evidence()));
        json.set("conflicts", conflicts(portrait.conflicts()));
        json.set("blocked", blocked(portrait.blocked()));
        ArrayNode commands = json.putArray("laidDown");
        portrait.commands().forEach(command -> commands.add(of(command)));
        return json;
    }

    /** An explanation of two identifiers. */
    public static ObjectNode of(Verdict verdict) {
        ObjectNode json = JSON.createObjectNode();
        Explanation explanation = verdict.explanation();
        json.put("one", Names.of(verdict.one()));
        json.put("other", Names.of(verdict.other()));
        json.put("customerOfOne", verdict.customerOfOne());
        json.put("customerOfOther", verdict.customerOfOther());
        if (explanation instanceof Explanation.OneCustomer one) {
            json.put("verdict", "ONE_CUSTOMER").set("chain", evidence(one.chain()));
        } else if (explanation instanceof Explanation.KeptApart apart) {
            json.put("verdict", "KEPT_APART").set("chain", evidence(apart.chain()));
            json.set("conflicts", conflicts(apart.conflicts()));
        } else if (explanation instanceof Explanation.Blocked) {
            json.put("verdict", "BLOCKED").set("blocked", blocked(verdict.blocked()));
        } else {
            json.put("verdict", "UNCONNECTED");
        }
        IdentityCommand withdrawal = verdict.withdrawal();
        json.set("withdrawal", withdrawal == null ? null : of(withdrawal));
        return json;
    }

    /** Evidence in conflict, each with the customers whom it does not make one. */
    public static List<ObjectNode> of(Conflicts conflicts) {
        return conflicts.all().stream()
                .map(conflict -> evidence(conflict.evidence())
                        .put("type", conflict.type())
                        .put(
                                "customerOfStronger",
                                conflicts.customer(conflict.evidence().pair().stronger()))
                        .put(
                                "customerOfWeaker",
                                conflicts.customer(conflict.evidence().pair().weaker())))
                .toList();
    }

    /** What a person has laid down. */
    public static ObjectNode of(IdentityCommand command) {
        Identifier other = command.getOther();
        return JSON.createObjectNode()
                .put("id", command.getId())
                .put("kind", command.getKind().name())
                .put("identifier", Names.of(command.getIdentifier()))
                .put("other", other == null ? null : Names.of(other))
                .put("at", command.getAt().toEpochMilli())
                .put("by", command.getBy())
                .put("reason", command.getReason());
    }

    static ArrayNode evidence(List<Evidence> evidence) {
        ArrayNode array = JSON.createArrayNode();
        evidence.forEach(each -> array.add(evidence(each)));
        return array;
    }

    private static ObjectNode evidence(Evidence evidence) {
        return JSON.createObjectNode()
                .put("stronger", Names.of(evidence.pair().stronger()))
                .put("weaker", Names.of(evidence.pair().weaker()))
                .put("occurredAt", evidence.occurredAt())
                .put("source", evidence.source())
                .put("eventId", evidence.eventId());
    }

    private static ArrayNode conflicts(List<Conflict> conflicts) {
        ArrayNode array = JSON.createArrayNode();
        conflicts.forEach(conflict -> array.add(evidence(conflict.evidence()).put("type", conflict.type())));
        return array;
    }

    private static ArrayNode blocked(List<Block> blocked) {
        ArrayNode array = JSON.createArrayNode();
        blocked.forEach(block -> array.addObject()
                .put("identifier", Names.of(block.identifier()))
                .put("companions", block.companions())
                .put("because", block.command() == null ? "HUB" : "COMMAND"));
        return array;
    }
}
