package io.journeystream.local.simulator;

import io.journeystream.events.Operation;
import java.time.Instant;

/** The case that employees may open for a concern: opened, resolved, reopened when the person comes back. */
final class CaseFile {
    private static final double COMES_BACK = 0.12;

    private final Dice dice;
    private final Dossier dossier;
    private boolean open;

    CaseFile(Dice dice, Dossier dossier) {
        this.dice = dice;
        this.dossier = dossier;
    }

    boolean isOpen() {
        return open;
    }

    /** Somebody was talked to. */
    void contacted(Instant at) {
        if (dossier.hasCase()) {
            if (!open) {
                dossier.operation(Operation.CASE_REOPENED, at);
                open = true;
            }
        } else if (dice.happens(dossier.concern().opensCase())) {
            dossier.openCase(at);
            open = true;
        }
    }

    /** Work on the case is done some time after a contact; gives that time. */
    Instant resolve(Instant contactEnd) {
        Instant at = contactEnd.plus(dice.hours(0.5, 60));
        dossier.operation(Operation.CASE_RESOLVED, at);
        open = false;
        return at;
    }

    /** Whether the person finds that it was not solved after all. */
    boolean provesUnsolved() {
        return dice.happens(COMES_BACK);
    }
}
