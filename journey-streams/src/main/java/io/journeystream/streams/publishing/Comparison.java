package io.journeystream.streams.publishing;

import io.journeystream.journeys.ComputedJourney;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.Maturity;
import io.journeystream.streams.clusters.PublishedJourney;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What to remember of a journey, given what was published of it before. For one thread only. */
final class Comparison {
    private final JourneyDigests digests = new JourneyDigests();

    /**
     * What to remember from now on.
     *
     * @param before null if nothing was published of it
     * @param watermark with which it was computed
     */
    PublishedJourney next(@Nullable PublishedJourney before, ComputedJourney now, long watermark) {
        Journey journey = now.journey();
        ByteBuffer digest = digests.of(journey);
        boolean matured = journey.getMaturity() == Maturity.MATURED;
        return PublishedJourney.newBuilder()
                .setJourneyId(journey.getJourneyId())
                .setCustomerId(journey.getCustomerId())
                .setType(journey.getType())
                .setStartedAt(journey.getStartedAt().toEpochMilli())
                .setActiveUntil(journey.getActiveUntil().toEpochMilli())
                .setDigestSchema(JourneyDigests.SCHEMA)
                .setDigest(digest)
                .setMaturedDigest(matured ? digest : comparableMatured(before))
                .setCorrected(before != null && (before.getCorrected() || corrects(before, digest)))
                .setEvents(EventHashes.of(now.events()))
                .setTouchedUntil(now.touchedUntil())
                .setChangedAt(before != null && isSame(before, digest) ? before.getChangedAt() : watermark)
                .build();
    }

    /** Whether subscribers have to hear of it. */
    static boolean isNews(@Nullable PublishedJourney before, PublishedJourney next) {
        return !isSame(before, next.getDigest());
    }

    private static boolean isSame(@Nullable PublishedJourney before, ByteBuffer digest) {
        return before != null && before.getDigest().equals(digest);
    }

    /** Figures that were published as matured are not what they were, or not matured any more. */
    private static boolean corrects(PublishedJourney before, ByteBuffer digest) {
        ByteBuffer matured = comparableMatured(before);
        return matured != null && !matured.equals(digest);
    }

    private static @Nullable ByteBuffer comparableMatured(@Nullable PublishedJourney before) {
        return before == null || before.getDigestSchema() != JourneyDigests.SCHEMA ? null : before.getMaturedDigest();
    }
}
