package io.journeystream.local.simulator;

import java.util.List;

/**
 * Why customers come, and how it goes with such a concern.
 *
 * @param weight share among all concerns
 * @param containable probability that self-service settles it, where the customer lets it try
 * @param solvable probability that an employee settles it in one contact
 * @param opensCase probability that a contact with an employee opens a case
 * @param delivers whether it is settled by something that reaches the customer days later
 * @param startsWithIncident probability that an incident precedes the first contact
 */
record Concern(
        String intent,
        double weight,
        double containable,
        double solvable,
        double opensCase,
        boolean delivers,
        double startsWithIncident) {

    static final List<Concern> ALL = List.of(
            new Concern("billing", 28, 0.26, 0.75, 0.10, false, 0),
            new Concern("delivery", 24, 0.34, 0.75, 0.05, true, 0),
            new Concern("outage", 16, 0.20, 0.69, 0.45, false, 0.5),
            new Concern("login", 14, 0.42, 0.81, 0.00, false, 0),
            new Concern("contract", 10, 0.22, 0.73, 0.15, false, 0),
            new Concern("returns", 8, 0.30, 0.71, 0.25, true, 0));
}
