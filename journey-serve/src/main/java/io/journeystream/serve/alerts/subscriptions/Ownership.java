package io.journeystream.serve.alerts.subscriptions;

import io.journeystream.alerts.WrittenSubscription;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * For whom somebody may change what is written down.
 *
 * @param teams none: all
 */
public record Ownership(Set<String> teams) {
    /** For everybody. */
    public static final Ownership ANY = new Ownership(Set.of());

    public Ownership {
        teams = Set.copyOf(teams);
    }

    /**
     * Why an entry may not be put there.
     *
     * @param kept what is kept under its id; null if nothing is
     * @return a sentence; empty if it may
     */
    public Optional<String> objection(Entry entry, @Nullable WrittenSubscription kept) {
        if (kept != null && !kept.getTeam().equals(entry.team())) {
            return Optional.of(entry.id() + " belongs to team " + kept.getTeam() + ", not " + entry.team()
                    + ": give yours another id");
        }
        return objection(entry.id(), entry.team());
    }

    /** Why what is kept may not be taken back; a sentence, or empty if it may. */
    public Optional<String> objection(WrittenSubscription kept) {
        return objection(kept.getId(), kept.getTeam());
    }

    private Optional<String> objection(String id, String owner) {
        return teams.isEmpty() || teams.contains(owner)
                ? Optional.empty()
                : Optional.of(id + " belongs to team " + owner + ", and you may change what belongs to "
                        + String.join(", ", new TreeSet<>(teams)) + " only");
    }
}
