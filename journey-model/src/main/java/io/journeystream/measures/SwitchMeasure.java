package io.journeystream.measures;

import io.journeystream.contacts.Contact;
import io.journeystream.contacts.ContactLeg;
import io.journeystream.journeys.Switches;
import io.journeystream.journeys.TerminalClass;
import io.journeystream.journeys.Transition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes of channel between consecutive legs, and what they cost (docs/semantics.md, section 6). */
final class SwitchMeasure {

    /** Kinds of switch. */
    enum Kind {
        FORCED,
        VOLUNTARY,
        CONCURRENT
    }

    private record Step(Contact contact, ContactLeg leg) {}

    private final List<Step> steps = new ArrayList<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final Way way = new Way();
    private long costMicros;

    SwitchMeasure(List<Contact> inbound) {
        for (Contact contact : inbound) {
            contact.legs().forEach(leg -> steps.add(new Step(contact, leg)));
        }
        way.begin(steps.isEmpty() ? null : steps.get(0).leg());
        boolean paying = false;
        for (int i = 1; i < steps.size(); i++) {
            Kind kind = kind(steps.get(i - 1), steps.get(i));
            way.step(steps.get(i - 1).leg(), steps.get(i).leg(), kind);
            if (kind != null) {
                counts.merge(kind, 1, Integer::sum);
                paying |= kind != Kind.CONCURRENT;
            }
            costMicros += paying ? steps.get(i).leg().costMicros() : 0;
        }
        if (!steps.isEmpty()) {
            way.end(steps.get(steps.size() - 1).leg());
        }
    }

    /** The way through the channels, from start to end. */
    List<Transition> transitions() {
        return way.transitions();
    }

    Switches counts() {
        return new Switches(count(Kind.FORCED), count(Kind.VOLUNTARY), count(Kind.CONCURRENT));
    }

    int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** Cost of the leg that the first forced or voluntary switch leads to, and of all after it; millionths. */
    long costMicros() {
        return costMicros;
    }

    private static @Nullable Kind kind(Step a, Step b) {
        if (a.leg().channel().family().equals(b.leg().channel().family())) {
            return null;
        }
        boolean inOneContact = a.contact() == b.contact();
        if (!inOneContact && b.contact().start() < a.contact().end()) {
            return Kind.CONCURRENT;
        }
        return inOneContact || !visiblySucceeded(a.contact()) ? Kind.FORCED : Kind.VOLUNTARY;
    }

    private static boolean visiblySucceeded(Contact contact) {
        TerminalClass ended = contact.terminalClass();
        return !contact.isAbandoned()
                && ended != TerminalClass.UNCONFIRMED
                && (ended != TerminalClass.HANDED_OFF || anyAssistedServed(contact));
    }

    private static boolean anyAssistedServed(Contact contact) {
        return contact.legs().stream().anyMatch(leg -> leg.isAssisted() && leg.served());
    }
}
