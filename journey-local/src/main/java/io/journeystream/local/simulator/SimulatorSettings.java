package io.journeystream.local.simulator;

import java.time.Instant;

/**
 * What is simulated.
 *
 * @param seed the same seed gives the same deliveries
 * @param start simulated time at which the first concerns arise
 * @param customers size of the population
 * @param issuesPerDay concerns that arise on an average day
 * @param anonymousShare probability that a contact is known only by its cookie or telephone number
 * @param lateShare probability that an event arrives hours or days late
 * @param duplicateShare probability that an event is delivered twice
 * @param revisionShare probability that a source corrects an event later
 */
public record SimulatorSettings(
        long seed,
        Instant start,
        int customers,
        double issuesPerDay,
        double anonymousShare,
        double lateShare,
        double duplicateShare,
        double revisionShare) {

    public SimulatorSettings {
        require(customers > 0, "customers must be at least 1, was " + customers);
        require(issuesPerDay > 0, "issuesPerDay must be positive, was " + issuesPerDay);
        requireShare("anonymousShare", anonymousShare);
        requireShare("lateShare", lateShare);
        requireShare("duplicateShare", duplicateShare);
        requireShare("revisionShare", revisionShare);
    }

    /** A service organisation with the usual dirt in its data. */
    public static SimulatorSettings realistic(long seed, Instant start) {
        return new SimulatorSettings(seed, start, 20_000, 300, 0.05, 0.03, 0.01, 0.005);
    }

    /** The same organisation with perfect records: everybody is known, everything arrives once and in time. */
    public SimulatorSettings withoutDirt() {
        return new SimulatorSettings(seed, start, customers, issuesPerDay, 0, 0, 0, 0);
    }

    private static void requireShare(String name, double share) {
        require(share >= 0 && share <= 1, name + " must be between 0 and 1, was " + share);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
