package io.journeystream.local.demo;

import io.journeystream.journeys.Journey;
import io.journeystream.local.tally.Facts;
import io.journeystream.local.tally.MatchRate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Counts the contacts of live journeys whose customer has a strong identifier; the last record of each counts. */
final class MatchedContacts {
    private final Set<String> strongCustomers;
    private final Map<String, MatchRate> journeys = new HashMap<>();
    private long strong;
    private long contacts;

    MatchedContacts(Set<String> strongCustomers) {
        this.strongCustomers = strongCustomers;
    }

    void update(Journey journey) {
        MatchRate old = journeys.remove(journey.getJourneyId());
        if (old != null) {
            count(old, -1);
        }
        if (Facts.isLive(journey)) {
            long all = journey.getContactCount();
            MatchRate its = new MatchRate(strongCustomers.contains(journey.getCustomerId()) ? all : 0, all);
            journeys.put(journey.getJourneyId(), its);
            count(its, 1);
        }
    }

    private void count(MatchRate its, int sign) {
        strong += sign * its.strong();
        contacts += sign * its.contacts();
    }

    MatchRate rate() {
        return new MatchRate(strong, contacts);
    }
}
