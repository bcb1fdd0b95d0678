package io.journeystream.streams.publishing;

import io.journeystream.journeys.Cause;
import io.journeystream.journeys.ComputedJourney;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.Journeys;
import io.journeystream.streams.clusters.Agenda;
import io.journeystream.streams.clusters.ClusterHeader;
import io.journeystream.streams.clusters.Clusters;
import io.journeystream.streams.clusters.PublishedJourney;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes a cluster from its events, writes what differs from what was published, and notes when time alone will
 * change it. What it writes depends on the cluster and the watermark only.
 */
public final class Publisher {
    private final Journeys journeys;
    private final String definitionsVersion;
    private final Clusters clusters;
    private final Agenda agenda;
    private final Ledger ledger;
    private final JourneyWriter writer;
    private final Comparison comparison = new Comparison();

    public Publisher(
            Journeys journeys,
            String definitionsVersion,
            Clusters clusters,
            Agenda agenda,
            Ledger ledger,
            JourneyWriter writer) {
        this.journeys = journeys;
        this.definitionsVersion = definitionsVersion;
        this.clusters = clusters;
        this.agenda = agenda;
        this.ledger = ledger;
        this.writer = writer;
    }

    /** Whether time alone may have changed the cluster since it was published. */
    public boolean isDue(Root root) {
        ClusterHeader header = clusters.header(root);
        return header != null && header.getDueAfter() != null && header.getDueAfter() < ledger.watermark();
    }

    /**
     * Brings what is published of a cluster up to date with the watermark.
     *
     * @param cause why it differs from what is published
     */
    public void publish(Root root, Cause cause) {
        List<ComputedJourney> computed = journeys.of(clusters.events(root), ledger.watermark());
        Map<String, PublishedJourney> published = clusters.published(root);
        for (ComputedJourney journey : computed) {
            publish(root, published.remove(journey.journey().getJourneyId()), journey, cause);
        }
        published.values().forEach(gone -> supersede(root, gone, computed, cause));
        schedule(root, computed);
    }

    private void publish(Root root, @Nullable PublishedJourney before, ComputedJourney now, Cause cause) {
        PublishedJourney next = comparison.next(before, now, ledger.watermark());
        if (!next.equals(before)) {
            clusters.remember(root, next);
        }
        if (Comparison.isNews(before, next)) {
            writer.write(withHistory(now.journey(), next.getCorrected(), cause));
            ledger.add(Count.PUBLISHED, 1);
        }
    }

    private static Journey withHistory(Journey journey, boolean corrected, Cause cause) {
        if (!corrected && cause == Cause.EVENT) {
            return journey;
        }
        return Journey.newBuilder(journey)
                .setCorrected(corrected)
                .setCause(cause)
                .build();
    }

    private void supersede(Root root, PublishedJourney gone, Collection<ComputedJourney> computed, Cause cause) {
        Set<Long> events = EventHashes.read(gone.getEvents());
        List<String> became = computed.stream()
                .filter(now ->
                        EventHashes.read(EventHashes.of(now.events())).stream().anyMatch(events::contains))
                .map(now -> now.journey().getJourneyId())
                .sorted()
                .toList();
        writer.write(Superseded.of(gone, cause, became, definitionsVersion));
        clusters.forget(root, gone);
        ledger.add(Count.SUPERSEDED, 1);
    }

    private void schedule(Root root, List<ComputedJourney> computed) {
        OptionalLong next = computed.stream()
                .mapToLong(ComputedJourney::maturesAfter)
                .filter(maturesAfter -> maturesAfter >= ledger.watermark())
                .min();
        ClusterHeader header = new ClusterHeader(next.isPresent() ? next.getAsLong() : null);
        ClusterHeader before = clusters.header(root);
        if (header.equals(before)) {
            return;
        }
        if (before == null) {
            ledger.add(Count.CUSTOMERS, 1);
        } else if (before.getDueAfter() != null) {
            agenda.remove(new Agenda.Entry(before.getDueAfter(), root));
        }
        next.ifPresent(dueAfter -> agenda.put(new Agenda.Entry(dueAfter, root)));
        clusters.header(root, header);
    }
}
