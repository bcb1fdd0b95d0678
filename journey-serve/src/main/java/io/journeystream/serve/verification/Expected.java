package io.journeystream.serve.verification;

import io.journeystream.definitions.Definitions;
import io.journeystream.health.Flow;
import io.journeystream.health.Health;
import io.journeystream.health.HealthCell;
import io.journeystream.health.HealthRecords;
import io.journeystream.identity.Customer;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.Identity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The records that should be published, by their keys. */
final class Expected {
    private final Map<String, String> teams;

    Expected(Definitions definitions) {
        this.teams = definitions.teams();
    }

    static Map<String, Identity> identities(EvidenceGraph evidence) {
        Map<String, Identity> named = new HashMap<>();
        for (Customer customer : evidence.customers()) {
            customer.since()
                    .forEach((identifier, since) -> named.put(
                            new String(Identifiers.key(identifier), StandardCharsets.UTF_8),
                            new Identity(identifier, customer.customerId(), Instant.ofEpochMilli(since))));
        }
        return named;
    }

    Map<String, HealthCell> cells(Health health) {
        Map<String, HealthCell> cells = new HashMap<>();
        health.cells()
                .forEach((key, sums) -> cells.put(key.toString(), HealthRecords.of(key, teams.get(key.type()), sums)));
        return cells;
    }

    Map<String, Flow> flows(Health health) {
        Map<String, Flow> flows = new HashMap<>();
        health.flows()
                .forEach((key, sums) -> flows.put(key.toString(), HealthRecords.of(key, teams.get(key.type()), sums)));
        return flows;
    }
}
