package io.journeystream.journeys;

import io.journeystream.contacts.Contact;
import io.journeystream.contacts.ContactLeg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Contacts as the journey record shows them. */
final class JourneyContacts {
    private JourneyContacts() {}

    static List<JourneyContact> of(List<Contact> contacts, int cap) {
        return contacts.stream().limit(cap).map(JourneyContacts::of).toList();
    }

    private static JourneyContact of(Contact contact) {
        return new JourneyContact(
                contact.contactId(),
                contact.source(),
                contact.isInbound() ? ContactDirection.INBOUND : ContactDirection.OUTBOUND,
                Instant.ofEpochMilli(contact.start()),
                Instant.ofEpochMilli(contact.end()),
                contact.intent(),
                contact.terminalClass(),
                contact.isAbandoned(),
                contact.abandons(),
                Money.ofMicros(contact.costMicros()),
                contact.waitMillis(),
                contact.holdMillis(),
                contact.handleMillis(),
                contact.transfers(),
                new ArrayList<>(contact.agentIds()),
                contact.legs().stream().map(JourneyContacts::of).toList());
    }

    private static Leg of(ContactLeg leg) {
        return new Leg(
                leg.channel().name(),
                leg.channel().mode(),
                Instant.ofEpochMilli(leg.start()),
                Instant.ofEpochMilli(leg.end()),
                leg.served(),
                Money.ofMicros(leg.costMicros()));
    }
}
