package io.journeystream.local.health;

import io.journeystream.health.HealthFigures;
import io.journeystream.local.view.Figures;
import java.util.List;
import java.util.function.Function;

/**
 * What the table says of journeys; docs/health.md says how to read it.
 *
 * @param group name above it; empty if it belongs to the column before, or to no group
 */
record HealthColumn(String group, String name, Function<HealthFigures, String> text) {
    static final List<HealthColumn> ALL = List.of(
            new HealthColumn("", "journeys", figures -> Figures.count(figures.getJourneys())),
            new HealthColumn("FCR per", "journey", figures -> Figures.percent(figures.getFirstContactResolution())),
            new HealthColumn("", "contact", figures -> Figures.percent(figures.getFirstContactResolutionByContact())),
            new HealthColumn("containment", "strict", figures -> Figures.percent(figures.getStrictContainment())),
            new HealthColumn("", "verified", figures -> Figures.percent(figures.getVerifiedContainment())),
            new HealthColumn("", "leakage", figures -> Figures.percent(figures.getLeakage())),
            new HealthColumn(
                    "switches",
                    "forced",
                    figures -> Figures.count(figures.getSwitches().getForced())),
            new HealthColumn(
                    "",
                    "voluntary",
                    figures -> Figures.count(figures.getSwitches().getVoluntary())),
            new HealthColumn("cost per", "journey", figures -> Figures.decimal(costPerJourney(figures))),
            new HealthColumn("", "resolved", figures -> Figures.decimal(figures.getCostPerResolution())),
            new HealthColumn("", "effort", figures -> Figures.oneDecimal(figures.getEffort())),
            new HealthColumn("", "CES", figures -> Figures.oneDecimal(figures.getCes())),
            new HealthColumn("", "NPS", figures -> Figures.whole(figures.getNps())));

    /** There is no line about no journeys. */
    private static double costPerJourney(HealthFigures figures) {
        return figures.getCost().doubleValue() / figures.getJourneys();
    }
}
