package io.journeystream.contacts;

import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.journeys.Mode;
import io.journeystream.journeys.TerminalClass;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a contact that began in self-service ended: first class that holds (docs/semantics.md, section 4). */
final class TerminalClasses {
    private static final Set<Action> SAY_NOTHING = EnumSet.of(Action.STARTED, Action.ENDED, Action.ABANDONED);

    private TerminalClasses() {}

    static @Nullable TerminalClass of(Contact contact) {
        if (!contact.isInbound() || contact.legs().get(0).channel().mode() != Mode.SELF_SERVICE) {
            return null;
        }
        if (contact.has(Action.HANDED_OFF) || anyAssisted(contact)) {
            return TerminalClass.HANDED_OFF;
        }
        if (contact.has(Action.CONFIRMED)) {
            return TerminalClass.CONTAINED_CONFIRMED;
        }
        if (contact.has(Action.GOAL_REACHED)) {
            return TerminalClass.CONTAINED_ASSUMED;
        }
        if (contact.intent() == null && saysNothing(contact)) {
            return TerminalClass.NO_INTENT;
        }
        return contact.isAbandoned() ? TerminalClass.ABANDONED : TerminalClass.UNCONFIRMED;
    }

    private static boolean anyAssisted(Contact contact) {
        return contact.legs().stream().anyMatch(leg -> leg.channel().mode() == Mode.ASSISTED);
    }

    private static boolean saysNothing(Contact contact) {
        for (ChannelEvent event : contact.events()) {
            if (!SAY_NOTHING.contains(event.getAction())) {
                return false;
            }
        }
        return true;
    }
}
