package io.journeystream.local.truth.measures;

import io.journeystream.health.Figure;
import io.journeystream.health.JourneyFigures;
import io.journeystream.local.simulator.Issue;
import io.journeystream.local.simulator.Issue.Containment;

/**
 * What concerns, or the journeys that were found of them, count for in the measures that are compared.
 *
 * @param journeys those whose first-contact resolution is known
 * @param atFirst of these, settled at the first contact
 * @param entries begun in self-service
 * @param withIntent of these, those of whom somebody knows what they wanted
 * @param stayed entries that were not handed off
 * @param contained entries that looked settled there
 * @param verified entries that were settled there for good
 */
public record Outcome(
        long journeys,
        long atFirst,
        long contacts,
        long entries,
        long withIntent,
        long stayed,
        long contained,
        long verified) {

    public static final Outcome NONE = new Outcome(0, 0, 0, 0, 0, 0, 0, 0);

    /** What a concern counts for, as it really went. */
    static Outcome of(Issue issue) {
        Containment end = issue.containment();
        long entry = end == null ? 0 : 1;
        return new Outcome(
                1,
                one(issue.settledAtFirst()),
                issue.contacts(),
                entry,
                entry,
                one(end != null && end != Containment.HANDED_OFF),
                one(end == Containment.CONTAINED || end == Containment.FALSELY_CONTAINED),
                one(end == Containment.CONTAINED));
    }

    /** What a journey adds to its health cells. */
    static Outcome of(JourneyFigures journey) {
        long entries = journey.get(Figure.SELF_SERVICE_ENTRIES);
        return new Outcome(
                journey.get(Figure.FIRST_CONTACT_KNOWN),
                journey.get(Figure.FIRST_CONTACT_RESOLVED),
                journey.get(Figure.CONTACTS),
                entries,
                entries - journey.get(Figure.NO_INTENT),
                entries - journey.get(Figure.HANDED_OFF),
                journey.get(Figure.CONTAINED_CONFIRMED) + journey.get(Figure.CONTAINED_ASSUMED),
                journey.get(Figure.VERIFIED));
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }

    Outcome plus(Outcome other) {
        return plus(other, 1);
    }

    Outcome minus(Outcome other) {
        return plus(other, -1);
    }

    private Outcome plus(Outcome other, int times) {
        return new Outcome(
                journeys + times * other.journeys,
                atFirst + times * other.atFirst,
                contacts + times * other.contacts,
                entries + times * other.entries,
                withIntent + times * other.withIntent,
                stayed + times * other.stayed,
                contained + times * other.contained,
                verified + times * other.verified);
    }
}
