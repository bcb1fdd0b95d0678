package io.journeystream.local.cli;

import io.journeystream.local.view.Console;
import io.journeystream.local.view.Figures;

/** Says that not all of the topic could be read. */
final class RejectsUnreadable {
    private RejectsUnreadable() {}

    static void tell(Console console, long records) {
        if (records > 0) {
            console.err()
                    .println("warning: " + Figures.count(records)
                            + " records of journey.rejects.v1 are no rejects that this version can read; `rejects show ADDRESS`"
                            + " says why of each");
        }
    }
}
