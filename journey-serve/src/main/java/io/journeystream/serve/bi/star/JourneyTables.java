package io.journeystream.serve.bi.star;

import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyContact;
import io.journeystream.journeys.JourneyEvent;
import io.journeystream.journeys.Leg;
import io.journeystream.journeys.Transition;
import io.journeystream.topics.Topics;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The tables whose rows are made of journeys. */
final class JourneyTables {
    private static final String TOPIC = Topics.JOURNEYS.name();
    private static final String CONTACTS = "contacts";
    private static final String FIRST_CONTACT = "1 for the first contact of the journey, and so on, outbound ones too.";

    private JourneyTables() {}

    static Table journeys() {
        TableBuilder table = TableBuilder.of("fact_journey", TOPIC, Journey.getClassSchema())
                .fields("journeyId", "customerId", "type", "team", "definitionsVersion", "status", "maturity")
                .fields("corrected", "cause", "startedAt")
                .own("start_date", Kind.DATE, "Day in UTC on which the journey began.", row -> Days.dateOf(start(row)))
                .own("start_hour", Kind.SMALLINT, "Hour in UTC, 0 to 23.", row -> Days.hourOf(start(row)))
                .fields("activeUntil", "contactCount", "contactsOmitted", "eventsOmitted", "channels", "channelCount")
                .fields("entryChannel", "lastChannel")
                .field("forced_switches", "switches.forced")
                .field("voluntary_switches", "switches.voluntary")
                .field("concurrent_switches", "switches.concurrent")
                .fields("cost", "switchCost", "resolved", "resolutionBasis", "firstContactResolution")
                .field("terminal_class", "containment.terminalClass")
                .field("contained", "containment.contained")
                .field("verified", "containment.verified")
                .fields("effort", "ease", "ces", "csat", "nps", "timeToResolutionMillis", "transfers", "abandons")
                .fields("repeats", "reopenings", "waitMillis", "holdMillis", "handleMillis");
        for (String driver : List.of("reauthentications", "misses", "agentRequests", "daysOpen", "negativeSentiment")) {
            table.field(TableBuilder.snakeCase(driver), "drivers." + driver + ".value");
        }
        for (String driver : TableBuilder.DRIVERS) {
            table.field("effort_share_" + TableBuilder.snakeCase(driver), Kind.REAL, "drivers." + driver + ".share");
        }
        return table.fields("attributes")
                .byMonthOf("started_at")
                .build("Journeys, one row each: those that are superseded or erased are not here. "
                        + Journey.getClassSchema().getDoc());
    }

    static Table contacts() {
        return parts("fact_contact", CONTACTS, JourneyContact.getClassSchema())
                .own("contact_no", Kind.SMALLINT, FIRST_CONTACT, Row::number)
                .allOfWhole("type", "team")
                .fields("contactId", "source", "direction")
                .field("started_at", "start")
                .own(
                        "start_date",
                        Kind.DATE,
                        "Day in UTC on which the contact began.",
                        row -> Days.dateOf(contact(row).getStart()))
                .own(
                        "start_hour",
                        Kind.SMALLINT,
                        "Hour in UTC, 0 to 23.",
                        row -> Days.hourOf(contact(row).getStart()))
                .field("ended_at", "end")
                .own("first_channel", Kind.TEXT, "Channel of its first leg; null without legs.", row -> channel(row, 0))
                .own(
                        "last_channel",
                        Kind.TEXT,
                        "Channel of its last leg; null without legs.",
                        row -> channel(row, contact(row).getLegs().size() - 1))
                .own(
                        "leg_count",
                        Kind.INTEGER,
                        "Number of its legs.",
                        row -> contact(row).getLegs().size())
                .fields("intent", "terminalClass", "abandoned", "abandons", "cost", "waitMillis", "holdMillis")
                .fields("handleMillis", "transfers")
                .own(
                        "agents",
                        Kind.INTEGER,
                        "How many employees took part; who they were does not come here.",
                        row -> contact(row).getAgentIds().size())
                .allOfWhole("maturity")
                .build("Contacts of journeys, inbound and outbound, at most 200 of each journey. "
                        + JourneyContact.getClassSchema().getDoc());
    }

    static Table legs() {
        return parts("fact_leg", CONTACTS + ".legs", Leg.getClassSchema())
                .own(
                        "contact_no",
                        Kind.SMALLINT,
                        FIRST_CONTACT,
                        row -> row.outer().number())
                .own("leg_no", Kind.SMALLINT, "1 for the first leg of the contact, and so on.", Row::number)
                .allOfWhole("type", "team")
                .ofOuter("direction", JourneyContact.getClassSchema(), CONTACTS, "direction")
                .fields("channel", "mode")
                .field("started_at", "start")
                .own(
                        "start_date",
                        Kind.DATE,
                        "Day in UTC on which the leg began.",
                        row -> Days.dateOf(((Leg) row.record()).getStart()))
                .own(
                        "start_hour",
                        Kind.SMALLINT,
                        "Hour in UTC, 0 to 23.",
                        row -> Days.hourOf(((Leg) row.record()).getStart()))
                .field("ended_at", "end")
                .fields("served", "cost")
                .allOfWhole("maturity")
                .build("Legs of contacts. " + Leg.getClassSchema().getDoc());
    }

    static Table surveys() {
        return parts("fact_survey", "events", JourneyEvent.getClassSchema())
                .own("survey_no", Kind.SMALLINT, "Place among the events of the journey, from 1.", Row::number)
                .allOfWhole("type", "team")
                .fields("source", "eventId", "occurredAt")
                .own(
                        "occurred_date",
                        Kind.DATE,
                        "Day in UTC of the answer.",
                        row -> Days.dateOf(((JourneyEvent) row.record()).getOccurredAt()))
                .own(
                        "occurred_hour",
                        Kind.SMALLINT,
                        "Hour in UTC, 0 to 23.",
                        row -> Days.hourOf(((JourneyEvent) row.record()).getOccurredAt()))
                .fields("instrument", "score", "resolved")
                .allOfWhole("maturity")
                .build("What customers said in surveys about journeys (voice of the customer), at most 200 events of"
                        + " each journey; each on its source's own scale: ces, csat and nps of fact_journey are"
                        + " comparable.");
    }

    static Table switches() {
        return parts("fact_switch", "transitions", Transition.getClassSchema())
                .own(
                        "journey_start_date",
                        Kind.DATE,
                        "Day in UTC on which the journey began.",
                        row -> Days.dateOf(start(row)))
                .allOfWhole("type", "team")
                .field("from_channel", "from")
                .field("to_channel", "to")
                .field("switches", "count")
                .fields("forced", "voluntary", "concurrent", "cost", "delayMillis")
                .allOfWhole("maturity")
                .build("Switches of journeys from one channel to one of another family, one row for each such pair in"
                        + " a journey. All steps, also those that are no switch, are in agg_flow. "
                        + Transition.getClassSchema().getDoc());
    }

    static Table places() {
        return TableBuilder.of("journey_place", TOPIC, Journey.getClassSchema())
                .fields("journeyId", "startedAt")
                .build("Where in fact_journey a journey is, for the sink: that is partitioned by start.");
    }

    private static TableBuilder parts(String name, String place, Schema part) {
        return TableBuilder.ofParts(name, TOPIC, Journey.getClassSchema(), place, part)
                .allOfWhole("journeyId")
                .ofWhole("journey_started_at", "startedAt")
                .byMonthOf("journey_started_at");
    }

    private static Instant start(Row row) {
        return ((Journey) row.top()).getStartedAt();
    }

    private static JourneyContact contact(Row row) {
        return (JourneyContact) row.record();
    }

    private static @Nullable String channel(Row row, int leg) {
        List<Leg> legs = contact(row).getLegs();
        return legs.isEmpty() ? null : legs.get(leg).getChannel();
    }
}
