package io.journeystream.contacts;

import io.journeystream.events.Action;
import io.journeystream.journeys.TerminalClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a contact that began in self-service ended: first class that holds (docs/semantics.md, section 4). */
final class TerminalClasses {
    private TerminalClasses() {}

    static @Nullable TerminalClass of(
            boolean inbound, List<ContactLeg> legs, ActionCounts actions, @Nullable String intent, boolean abandoned) {
        if (!inbound || legs.get(0).isAssisted()) {
            return null;
        }
        if (actions.any(Action.HANDED_OFF) || ContactLeg.anyAssisted(legs)) {
            return TerminalClass.HANDED_OFF;
        }
        if (actions.any(Action.CONFIRMED)) {
            return TerminalClass.CONTAINED_CONFIRMED;
        }
        if (actions.any(Action.GOAL_REACHED)) {
            return TerminalClass.CONTAINED_ASSUMED;
        }
        if (intent == null && actions.sayNothing()) {
            return TerminalClass.NO_INTENT;
        }
        return abandoned ? TerminalClass.ABANDONED : TerminalClass.UNCONFIRMED;
    }
}
