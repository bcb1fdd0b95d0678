package io.journeystream.health;

import io.journeystream.journeys.Journey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a journey's published matured figures is not so any more (docs/semantics.md, section 7). */
public final class Corrections {
    private Corrections() {}

    /**
     * The corrections of one journey.
     *
     * @param before what it counted when it was published last; null if nothing, or if it was not matured
     * @param after the same now
     * @param journey as it is published now: tells why, and by which definitions
     */
    public static List<Correction> of(@Nullable Contribution before, @Nullable Contribution after, Journey journey) {
        if (before != null && after != null && isElsewhere(before, after)) {
            List<Correction> both = new ArrayList<>(of(before, null, journey));
            both.addAll(of(null, after, journey));
            return both;
        }
        Contribution place = after == null ? before : after;
        if (place == null) {
            return List.of();
        }
        List<Correction> corrections = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            long old = before == null ? 0 : before.figures().get(figure);
            long now = after == null ? 0 : after.figures().get(figure);
            if (old != now) {
                corrections.add(new Correction(
                        journey.getJourneyId(),
                        place.type(),
                        place.team(),
                        Instant.ofEpochMilli(place.startedAt()),
                        figure.toString(),
                        before == null ? null : figure.decimal(old),
                        after == null ? null : figure.decimal(now),
                        journey.getCause(),
                        journey.getDefinitionsVersion()));
            }
        }
        return corrections;
    }

    private static boolean isElsewhere(Contribution before, Contribution after) {
        return before.startedAt() != after.startedAt() || !before.type().equals(after.type());
    }
}
