package io.journeystream.serve.bi.star;

import io.journeystream.alerts.Alert;
import io.journeystream.identity.Identity;
import io.journeystream.topics.Topics;
import java.util.List;

/** All tables whose rows are made of records. */
public final class Star {
    /** Number of the part of a cell or an edge that is over matured journeys. */
    public static final int MATURED = 1;

    /** Number of the part that is over provisional journeys. */
    public static final int PROVISIONAL = 2;

    public static final Table JOURNEYS = JourneyTables.journeys();
    public static final Table CONTACTS = JourneyTables.contacts();
    public static final Table LEGS = JourneyTables.legs();
    public static final Table SURVEYS = JourneyTables.surveys();
    public static final Table SWITCHES = JourneyTables.switches();
    public static final Table HEALTH = HealthTables.health();
    public static final Table FLOWS = HealthTables.flows();
    public static final Table CORRECTIONS = HealthTables.corrections();
    public static final Table ALERTS = alerts();

    public static final Table IDENTIFIERS = identifiers();

    public static final Table PLACES = JourneyTables.places();

    /** All, those that others refer to first. */
    public static final List<Table> TABLES = List.of(
            JOURNEYS, CONTACTS, LEGS, SURVEYS, SWITCHES, HEALTH, FLOWS, CORRECTIONS, ALERTS, IDENTIFIERS, PLACES);

    private Star() {}

    private static Table alerts() {
        return TableBuilder.of("fact_alert", Topics.ALERTS.name(), Alert.getClassSchema())
                .fields("fingerprint", "rule", "status", "severity", "type", "team", "dimension", "value", "labels")
                .fields("metric", "measured", "against", "sample", "windowFrom", "windowTo", "since", "lastBadAt")
                .fields("firedAt", "resolvedAt", "askedAt", "correction", "message")
                .build(Alert.getClassSchema().getDoc());
    }

    private static Table identifiers() {
        return TableBuilder.of("identifier", Topics.IDENTITIES.name(), Identity.getClassSchema())
                .own(
                        "identifier_hash",
                        Kind.BYTES,
                        "First half of the SHA-256 of type:value.",
                        row -> KeyHash.of(row.origin().key()))
                .field("identifier_type", "identifier.type")
                .fields("customerId", "since")
                .build("Which identifier names which customer, for counting only: no identifier is here.");
    }
}
