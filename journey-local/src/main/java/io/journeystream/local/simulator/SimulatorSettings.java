package io.journeystream.local.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is simulated.
 *
 * @param seed the same seed gives the same deliveries
 * @param start simulated time at which the first concerns arise
 * @param customers size of the population
 * @param issuesPerDay concerns that arise on an average day
 * @param recognition how systems come to know who somebody is
 * @param confusion what leads them astray
 * @param lateShare probability that an event arrives hours or days late
 * @param duplicateShare probability that an event is delivered twice
 * @param revisionShare probability that a source corrects an event later
 * @param botOutage null if the bot always works
 */
public record SimulatorSettings(
        long seed,
        Instant start,
        int customers,
        double issuesPerDay,
        Recognition recognition,
        Confusion confusion,
        double lateShare,
        double duplicateShare,
        double revisionShare,
        @Nullable BotOutage botOutage) {

    public SimulatorSettings {
        require(customers > 0, "customers must be at least 1, was " + customers);
        require(issuesPerDay > 0, "issuesPerDay must be positive, was " + issuesPerDay);
        Share.require("lateShare", lateShare);
        Share.require("duplicateShare", duplicateShare);
        Share.require("revisionShare", revisionShare);
    }

    /** A service organisation with the usual dirt in its data. */
    public static SimulatorSettings realistic(long seed, Instant start) {
        return new SimulatorSettings(
                seed, start, 20_000, 300, Recognition.USUAL, Confusion.USUAL, 0.03, 0.01, 0.005, null);
    }

    /** The same organisation with perfect records: everybody is known, everything arrives once and in time. */
    public SimulatorSettings withoutDirt() {
        return new SimulatorSettings(
                seed, start, customers, issuesPerDay, Recognition.COMPLETE, Confusion.NONE, 0, 0, 0, botOutage);
    }

    /** The same organisation with another size. */
    public SimulatorSettings sized(int newCustomers, double newIssuesPerDay) {
        return new SimulatorSettings(
                seed,
                start,
                newCustomers,
                newIssuesPerDay,
                recognition,
                confusion,
                lateShare,
                duplicateShare,
                revisionShare,
                botOutage);
    }

    /** The same organisation that knows and mistakes its customers otherwise. */
    public SimulatorSettings knowing(Recognition newRecognition, Confusion newConfusion) {
        return new SimulatorSettings(
                seed,
                start,
                customers,
                issuesPerDay,
                newRecognition,
                newConfusion,
                lateShare,
                duplicateShare,
                revisionShare,
                botOutage);
    }

    /** The same organisation whose bot is out of order for a while. */
    public SimulatorSettings breaking(BotOutage outage) {
        return new SimulatorSettings(
                seed,
                start,
                customers,
                issuesPerDay,
                recognition,
                confusion,
                lateShare,
                duplicateShare,
                revisionShare,
                outage);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
