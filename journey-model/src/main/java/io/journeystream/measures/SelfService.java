package io.journeystream.measures;

import io.journeystream.contacts.Contact;
import io.journeystream.journeys.Containment;
import io.journeystream.journeys.TerminalClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether self-service held (docs/semantics.md, section 6). */
final class SelfService {
    private SelfService() {}

    /** Null unless the first inbound contact starts in self-service. */
    static @Nullable Containment containment(List<Contact> inbound, long windowMillis) {
        TerminalClass ended = inbound.isEmpty() ? null : inbound.get(0).terminalClass();
        if (ended == null) {
            return null;
        }
        boolean contained = ended == TerminalClass.CONTAINED_CONFIRMED || ended == TerminalClass.CONTAINED_ASSUMED;
        return new Containment(ended, contained, contained && !disproved(inbound, windowMillis));
    }

    private static boolean disproved(List<Contact> inbound, long windowMillis) {
        Contact first = inbound.get(0);
        return inbound.stream()
                .skip(1)
                .anyMatch(contact -> contact.start() > first.start()
                        && contact.start() <= first.end() + windowMillis
                        && contact.hasAssistedLeg());
    }
}
