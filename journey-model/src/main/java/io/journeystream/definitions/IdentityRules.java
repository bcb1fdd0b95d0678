package io.journeystream.definitions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How identifiers become customers (docs/semantics.md, section 3).
 *
 * @param priority identifier types, strongest first; types not named follow, by name
 * @param limits how many identifiers of a type one customer may hold
 * @param hubLimit distinct identifiers of its own or a stronger type beyond which an identifier is blocked
 * @param clusterLimit identifiers beyond which a cluster is not united further
 */
public record IdentityRules(List<String> priority, Map<String, Integer> limits, int hubLimit, int clusterLimit) {

    public static final IdentityRules STANDARD = new IdentityRules(
            List.of("account", "crm", "email", "phone", "device", "cookie", "session", "case", "contact"),
            Map.of("account", 1, "crm", 1),
            10,
            10_000);

    public IdentityRules {
        priority = List.copyOf(priority);
        limits = Map.copyOf(limits);
    }

    /**
     * Settings that differ of those by which evidence was placed since the beginning: no change of them reaches what is in
     * state, only computing all again from the topics. Limits of customers are none of these.
     */
    public List<String> placedOtherwiseThan(IdentityRules other) {
        List<String> settings = new ArrayList<>();
        if (!priority.equals(other.priority)) {
            settings.add("identity.priority");
        }
        if (hubLimit != other.hubLimit) {
            settings.add("identity.hub-limit");
        }
        if (clusterLimit != other.clusterLimit) {
            settings.add("identity.cluster-limit");
        }
        return settings;
    }
}
