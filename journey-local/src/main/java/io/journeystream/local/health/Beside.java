package io.journeystream.local.health;

import io.journeystream.local.view.Figures;

/** How many journeys figures are over, and how many there are beside them. */
final class Beside {
    private Beside() {}

    /** @param provisional whether the figures are over provisional journeys instead of matured ones */
    static String sentence(long matured, long still, boolean provisional) {
        return provisional
                ? journeys(still, "provisional") + ", whose figures still move by themselves; " + number(matured)
                        + " matured beside them"
                : journeys(matured, "matured") + "; " + number(still) + " provisional beside them"
                        + (still == 0 ? "" : " (--provisional shows these)");
    }

    private static String journeys(long number, String which) {
        return number(number) + " " + which + (number == 1 ? " journey" : " journeys");
    }

    private static String number(long number) {
        return number == 0 ? "no" : Figures.count(number);
    }
}
