package io.journeystream.local.simulator;

import io.journeystream.events.TrustedRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A service organisation without end: concerns arise by day more than by night, and each lives through its story.
 * Gives what arrives at the edge, in order of arrival; keeps aside what really happened. The same settings give the
 * same deliveries. Knows no clock: time passes as deliveries are taken. Not thread-safe.
 */
public final class Simulator {
    private record Queued(Delivery delivery, long number) {}

    private static final double SWING_OF_THE_DAY = 0.85;

    private final SimulatorSettings settings;
    private final Dice arrivals;
    private final GroundTruth truth = new GroundTruth();
    private final PriorityQueue<Queued> queue = new PriorityQueue<>(
            Comparator.comparing((Queued q) -> q.delivery().arrivesAt()).thenComparingLong(Queued::number));
    private Instant nextIssueAt;
    private int issues;
    private long queued;

    public Simulator(SimulatorSettings settings) {
        TrustedRecords.trust();
        this.settings = settings;
        this.arrivals = new Dice(settings.seed());
        this.nextIssueAt = settings.start();
    }

    /** The next delivery; there always is one. */
    public Delivery next() {
        fill();
        return queue.remove().delivery();
    }

    /** When the next delivery arrives, without taking it. */
    public Instant nextArrival() {
        fill();
        return queue.element().delivery().arrivesAt();
    }

    /** What really happened to all concerns that have begun so far. */
    public GroundTruth truth() {
        return truth;
    }

    /** Nothing that a later concern brings can arrive before that concern begins. */
    private void fill() {
        while (queue.isEmpty()
                || !nextIssueAt.isAfter(queue.element().delivery().arrivesAt())) {
            begin();
        }
    }

    private void begin() {
        issues++;
        Dice dice = new Dice(settings.seed() * 1_000_003 + issues);
        Person person = Person.numbered(dice.below(settings.customers()));
        Dossier dossier = new Dossier("i" + issues, person, dice.pick(Concern.ALL, Concern::weight));
        truth.add(new Story(dice, dossier, settings.anonymousShare(), nextIssueAt).tell());
        for (Delivery delivery : new Post(dice, settings).deliveries(dossier.events())) {
            queued++;
            queue.add(new Queued(delivery, queued));
        }
        nextIssueAt = nextIssueAt.plus(untilNextIssue());
    }

    private Duration untilNextIssue() {
        double hour = nextIssueAt.atZone(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 3600.0;
        double rush = 1 + SWING_OF_THE_DAY * StrictMath.sin((hour - 7) / 24 * 2 * StrictMath.PI);
        double perMilli = settings.issuesPerDay() * rush / Duration.ofDays(1).toMillis();
        return arrivals.exponential(Duration.ofMillis(Math.max(1, (long) (1 / perMilli))));
    }
}
