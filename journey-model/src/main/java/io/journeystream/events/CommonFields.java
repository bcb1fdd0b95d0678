package io.journeystream.events;

/** Where the fields that all kinds of event have in common stand in their schemas: in front, in one order. */
final class CommonFields {
    static final int SOURCE = at("source");
    static final int EVENT_ID = at("eventId");
    static final int REVISION = at("revision");
    static final int OCCURRED_AT = at("occurredAt");
    static final int SEQUENCE = at("sequence");
    static final int IDENTIFIERS = at("identifiers");
    static final int REFERENCES = at("references");
    static final int INTENT = at("intent");
    static final int ATTRIBUTES = at("attributes");

    private CommonFields() {}

    private static int at(String field) {
        return ChannelEvent.getClassSchema().getField(field).pos();
    }
}
