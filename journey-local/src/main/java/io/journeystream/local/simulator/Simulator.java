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
    private final People people;
    private final GroundTruth truth;
    private final PriorityQueue<Queued> queue = new PriorityQueue<>(
            Comparator.comparing((Queued q) -> q.delivery().arrivesAt()).thenComparingLong(Queued::number));
    private Instant nextIssueAt;
    private int issues;
    private long queued;

    public Simulator(SimulatorSettings settings) {
        this(settings, new GroundTruth(false));
    }

    private Simulator(SimulatorSettings settings, GroundTruth truth) {
        TrustedRecords.trust();
        this.settings = settings;
        this.people = new People(settings);
        this.truth = truth;
        this.arrivals = new Dice(settings.seed());
        this.nextIssueAt = settings.start();
    }

    /** One whose ground truth remembers of each event whose it is, which takes memory with every event. */
    public static Simulator remembering(SimulatorSettings settings) {
        return new Simulator(settings, new GroundTruth(true));
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
        long seed = settings.seed() * 1_000_003 + issues;
        Dice dice = new Dice(seed);
        Person person = people.numbered(dice.below(settings.customers()));
        Encounters encounters = new Encounters(new Dice(~seed), people, person, settings);
        Dossier dossier = new Dossier("i" + issues, encounters, dice.pick(Concern.ALL, Concern::weight));
        Issue issue = new Story(dice, dossier, nextIssueAt, settings.botOutage()).tell();
        truth.add(person, dossier.id(), issue, dossier.events());
        truth.add(encounters.wrongMerges());
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
