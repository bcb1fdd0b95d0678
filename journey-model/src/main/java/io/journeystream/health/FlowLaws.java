package io.journeystream.health;

import io.journeystream.journeys.ContactDirection;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyContact;
import io.journeystream.journeys.Maturity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** What is always true of the journey map as it is published (docs/semantics.md#9-journey-map). */
public final class FlowLaws {
    private FlowLaws() {}

    /**
     * What is not so, in words; empty if all is well.
     *
     * @param flows all edges
     * @param journeys the live ones that they count, each with all its contacts
     */
    public static List<String> broken(Collection<Flow> flows, Collection<Journey> journeys) {
        List<String> broken = new ArrayList<>();
        for (Maturity maturity : Maturity.values()) {
            boolean matured = maturity == Maturity.MATURED;
            List<Journey> counted = journeys.stream()
                    .filter(journey -> journey.getMaturity() == maturity)
                    .toList();
            long starts = transitions(flows, matured, flow -> flow.getFrom() == null);
            long ends = transitions(flows, matured, flow -> flow.getTo() == null);
            if (starts != counted.size() || ends != counted.size()) {
                broken.add("every journey starts and ends once: of " + counted.size() + " " + maturity + " ones "
                        + starts + " start and " + ends + " end");
            }
            BigDecimal edges = cost(flows, matured);
            BigDecimal contacts = costOfContacts(counted);
            if (edges.compareTo(contacts) != 0) {
                broken.add("edges cost what inbound contacts cost: of " + maturity + " journeys " + edges + " and "
                        + contacts);
            }
        }
        return broken;
    }

    private static long transitions(Collection<Flow> flows, boolean matured, Predicate<Flow> which) {
        return flows.stream()
                .filter(which)
                .mapToLong(flow -> figures(flow, matured).getTransitions())
                .sum();
    }

    private static BigDecimal cost(Collection<Flow> flows, boolean matured) {
        return flows.stream().map(flow -> figures(flow, matured).getCost()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static FlowFigures figures(Flow flow, boolean matured) {
        return matured ? flow.getMatured() : flow.getProvisional();
    }

    private static BigDecimal costOfContacts(Collection<Journey> journeys) {
        return journeys.stream()
                .flatMap(journey -> journey.getContacts().stream())
                .filter(contact -> contact.getDirection() == ContactDirection.INBOUND)
                .map(JourneyContact::getCost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
