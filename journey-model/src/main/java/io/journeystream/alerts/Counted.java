package io.journeystream.alerts;

import io.journeystream.health.Apart;
import io.journeystream.health.Sums;

/** Which journeys a rule looks at. */
public enum Counted {
    /** Those whose figures time alone does not move any more; they come days after the fact. */
    MATURED,
    /** Those that are still going on, as far as they are known. */
    PROVISIONAL,
    /** Both. */
    ALL;

    /** Of what a cell counts, what such a rule adds up. */
    Sums of(Apart<Sums> cell) {
        if (this != ALL) {
            return cell.of(this == MATURED);
        }
        Sums both = new Sums();
        both.add(cell.matured());
        both.add(cell.provisional());
        return both;
    }
}
