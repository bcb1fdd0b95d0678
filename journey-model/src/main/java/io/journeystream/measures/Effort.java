package io.journeystream.measures;

import io.journeystream.contacts.Contact;
import io.journeystream.definitions.EffortWeights;
import io.journeystream.definitions.EffortWeights.DriverName;
import io.journeystream.definitions.EffortWeights.Weight;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.journeys.Driver;
import io.journeystream.journeys.Drivers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * How hard it was for the customer: {@code 100 x (1 - exp(-sum w x/(x + h)))} over the drivers
 * (docs/semantics.md, section 6).
 */
final class Effort {
    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final double MILLIS_PER_DAY = 86_400_000;
    private static final double MOST_EASE = 7;
    private static final double EASE_SPAN = 6;

    private final Map<DriverName, Double> values = new EnumMap<>(DriverName.class);
    private final Map<DriverName, Double> parts = new EnumMap<>(DriverName.class);
    private final double sum;

    Effort(List<Contact> inbound, SwitchMeasure switches, int reopenings, EffortWeights weights) {
        amounts(inbound, switches, reopenings);
        double total = 0;
        for (DriverName driver : DriverName.values()) {
            double x = value(driver);
            Weight weight = weights.of(driver);
            double part = x == 0 ? 0 : weight.weight() * x / (x + weight.half());
            parts.put(driver, part);
            total += part;
        }
        sum = total;
    }

    private void amounts(List<Contact> inbound, SwitchMeasure switches, int reopenings) {
        put(DriverName.REPEATS, Math.max(0, inbound.size() - 1));
        put(DriverName.FORCED_SWITCHES, switches.count(SwitchMeasure.Kind.FORCED));
        put(DriverName.VOLUNTARY_SWITCHES, switches.count(SwitchMeasure.Kind.VOLUNTARY));
        put(DriverName.TRANSFERS, count(inbound, Contact::transfers));
        put(DriverName.ABANDONS, count(inbound, Effort::abandons));
        put(DriverName.WAIT_MINUTES, sum(inbound, Contact::waitMillis) / MILLIS_PER_MINUTE);
        put(DriverName.HOLD_MINUTES, sum(inbound, Contact::holdMillis) / MILLIS_PER_MINUTE);
        put(DriverName.REAUTHENTICATIONS, Math.max(0, count(inbound, Action.AUTHENTICATED) - 1));
        put(DriverName.MISSES, count(inbound, Action.NO_MATCH));
        put(DriverName.AGENT_REQUESTS, count(inbound, Action.AGENT_REQUESTED));
        put(DriverName.REOPENINGS, reopenings);
        put(DriverName.DAYS_OPEN, daysOpen(inbound));
        put(DriverName.NEGATIVE_SENTIMENT, -Math.min(0, lowestSentiment(inbound)));
    }

    /** Attempts given up, and the contact itself if it was. */
    static int abandons(Contact contact) {
        return contact.abandons() + (contact.isAbandoned() ? 1 : 0);
    }

    static long sum(List<Contact> inbound, ToLongFunction<Contact> measure) {
        return inbound.stream().mapToLong(measure).sum();
    }

    static int count(List<Contact> inbound, ToIntFunction<Contact> measure) {
        return inbound.stream().mapToInt(measure).sum();
    }

    private static int count(List<Contact> inbound, Action action) {
        return count(inbound, contact -> contact.count(action));
    }

    private static double daysOpen(List<Contact> inbound) {
        return inbound.isEmpty()
                ? 0
                : (inbound.get(inbound.size() - 1).start() - inbound.get(0).start()) / MILLIS_PER_DAY;
    }

    private static double lowestSentiment(List<Contact> inbound) {
        double lowest = 0;
        for (Contact contact : inbound) {
            for (ChannelEvent event : contact.events()) {
                Double sentiment = event.getSentiment();
                lowest = sentiment == null ? lowest : Math.min(lowest, sentiment);
            }
        }
        return lowest;
    }

    private void put(DriverName driver, double value) {
        values.put(driver, value + 0.0);
    }

    private double value(DriverName driver) {
        return values.getOrDefault(driver, 0.0);
    }

    /** From 0, for one clean contact, towards 100. */
    double score() {
        return 100 * (1 - StrictMath.exp(-sum));
    }

    /** The same on the scale of surveys, from 7, easy, to 1. */
    double ease() {
        return MOST_EASE - EASE_SPAN * score() / 100;
    }

    Drivers drivers() {
        return new Drivers(
                driver(DriverName.REPEATS),
                driver(DriverName.FORCED_SWITCHES),
                driver(DriverName.VOLUNTARY_SWITCHES),
                driver(DriverName.TRANSFERS),
                driver(DriverName.ABANDONS),
                driver(DriverName.WAIT_MINUTES),
                driver(DriverName.HOLD_MINUTES),
                driver(DriverName.REAUTHENTICATIONS),
                driver(DriverName.MISSES),
                driver(DriverName.AGENT_REQUESTS),
                driver(DriverName.REOPENINGS),
                driver(DriverName.DAYS_OPEN),
                driver(DriverName.NEGATIVE_SENTIMENT));
    }

    private Driver driver(DriverName name) {
        return new Driver(value(name), sum == 0 ? 0 : parts.getOrDefault(name, 0.0) / sum);
    }
}
