package io.journeystream.streams.publishing;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.journeys.Cause;
import io.journeystream.journeys.ClusterJourneys;
import io.journeystream.journeys.ComputedJourney;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.Journeys;
import io.journeystream.streams.clusters.Agenda;
import io.journeystream.streams.clusters.ClusterHeader;
import io.journeystream.streams.clusters.Clusters;
import io.journeystream.streams.clusters.Members;
import io.journeystream.streams.clusters.PublishedJourney;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes a cluster from its events, or what has changed of one that is kept, writes what differs from what was
 * published, and notes when time alone will change it. What it writes depends on the cluster and the watermark only.
 */
public final class Publisher {
    private final Clusters clusters;
    private final Members members;
    private final Agenda agenda;
    private final Ledger ledger;
    private final JourneyWriter writer;
    private final Naming naming;
    private final KeptClusters kept;
    private final Comparison comparison = new Comparison();
    private final Erasing erasing;
    private Journeys journeys;
    private String definitionsVersion;
    private IdentityRules rules;

    public Publisher(
            Definitions definitions,
            Clusters clusters,
            Members members,
            Agenda agenda,
            Ledger ledger,
            JourneyWriter writer,
            Naming naming,
            KeptClusters kept) {
        this.journeys = new Journeys(definitions);
        this.definitionsVersion = definitions.version();
        this.rules = definitions.identity();
        this.clusters = clusters;
        this.members = members;
        this.agenda = agenda;
        this.ledger = ledger;
        this.writer = writer;
        this.naming = naming;
        this.kept = kept;
        this.erasing = new Erasing(rules, clusters, ledger);
    }

    /** From now on journeys are computed by these, of which only limits of customers and what follows is new. */
    public void computeBy(Definitions definitions) {
        this.journeys = new Journeys(definitions);
        this.definitionsVersion = definitions.version();
        this.rules = definitions.identity();
        kept.forgetAll();
    }

    /** Whether time alone may have changed the cluster since it was published. */
    public boolean isDue(Root root) {
        Long dueAfter = clusters.header(root).getDueAfter();
        return dueAfter != null && dueAfter < ledger.watermark();
    }

    /** Whether it was published by other definitions than hold now. */
    boolean isBehind(Root root) {
        return isBehind(clusters.header(root));
    }

    private boolean isBehind(ClusterHeader header) {
        return header.getDefinitions() != null && !header.getDefinitions().equals(definitionsVersion);
    }

    private static Cause overruled(Cause cause) {
        return cause == Cause.EVENT || cause == Cause.TIME ? Cause.DEFINITION : cause;
    }

    /** The same as {@link #publish}, for a cluster of which it is not sure that it was published by what holds now. */
    void publishIfBehind(Root root) {
        if (!clusters.isEmpty(root)
                && !definitionsVersion.equals(clusters.header(root).getDefinitions())) {
            publish(root, Cause.DEFINITION);
        }
    }

    /**
     * Brings what is published of a cluster up to date with the watermark; not while others are handed over to it, for
     * the last part of them is a change again.
     *
     * @param cause why it differs from what is published; that other definitions hold stands before events and time
     */
    public void publish(Root root, Cause cause) {
        ClusterHeader header = clusters.header(root);
        ClusterHeader.Builder next = ClusterHeader.newBuilder(header);
        if (header.getIncoming() > 0) {
            schedule(root, next, OptionalLong.empty());
        } else {
            publish(root, header, next, isBehind(header) ? overruled(cause) : cause);
            next.setDefinitions(definitionsVersion);
        }
        ClusterHeader after = next.build();
        if (!after.equals(header)) {
            clusters.header(root, after);
        }
    }

    private void publish(Root root, ClusterHeader header, ClusterHeader.Builder next, Cause cause) {
        long asOf = Math.max(header.getAsOf(), ledger.watermark());
        ClusterJourneys known = kept.get(root);
        if (known == null) {
            publishWhole(root, header, next, asOf, cause);
        } else {
            publishChanged(root, known.update(asOf), asOf, cause);
            count(next, known);
            schedule(root, next, known.changesAfter());
        }
    }

    private void publishWhole(Root root, ClusterHeader header, ClusterHeader.Builder next, long asOf, Cause cause) {
        List<Event> events = clusters.events(root);
        Members.Told told = members.told(root, header, events);
        EvidenceGraph evidence = new EvidenceGraph(events, rules, told.withdrawn(), told.blocked(), told.erasures());
        boolean erased = erasing.erase(root, evidence, told.erasures());
        ClusterJourneys cluster = journeys.keep(evidence);
        List<ComputedJourney> all = cluster.update(asOf).now();
        Map<String, PublishedJourney> published = clusters.published(root);
        for (ComputedJourney journey : all) {
            publish(root, published.remove(journey.journey().getJourneyId()), journey, asOf, cause);
        }
        published.values().forEach(gone -> supersede(root, gone, all, cause));
        naming.publish(root, header, next, evidence);
        count(next, evidence);
        count(next, cluster);
        schedule(root, next, cluster.changesAfter());
        if (!erased) {
            kept.keep(root, cluster);
        }
    }

    /** The short way: who is who has not changed, and no journey but these. */
    private void publishChanged(Root root, ClusterJourneys.Update update, long asOf, Cause cause) {
        for (ComputedJourney journey : update.now()) {
            publish(root, clusters.published(root, journey.journey().getJourneyId()), journey, asOf, cause);
        }
        for (String id : update.gone()) {
            PublishedJourney gone = clusters.published(root, id);
            if (gone != null) {
                supersede(root, gone, update.now(), cause);
            }
        }
    }

    private void publish(Root root, @Nullable PublishedJourney before, ComputedJourney now, long asOf, Cause cause) {
        PublishedJourney next = comparison.next(before, now, asOf);
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
        boolean erased = became.isEmpty() && clusters.wasErased(root, events);
        writer.write(
                erased
                        ? Superseded.erased(gone, cause, definitionsVersion)
                        : Superseded.of(gone, cause, became, definitionsVersion));
        clusters.forget(root, gone);
        ledger.add(erased ? Count.ERASED_JOURNEYS : Count.SUPERSEDED, 1);
    }

    private void count(ClusterHeader.Builder header, EvidenceGraph evidence) {
        int customers = evidence.customers().size();
        int conflicts = evidence.conflicts().size();
        ledger.add(Count.CUSTOMERS, customers - header.getCustomers());
        ledger.add(Count.CONFLICTS, conflicts - header.getConflicts());
        header.setCustomers(customers);
        header.setConflicts(conflicts);
    }

    private void count(ClusterHeader.Builder header, ClusterJourneys cluster) {
        ledger.add(Count.CONTACTS, cluster.contacts() - header.getContacts());
        ledger.add(Count.WEAK_CONTACTS, cluster.weakContacts() - header.getWeakContacts());
        header.setContacts(cluster.contacts());
        header.setWeakContacts(cluster.weakContacts());
    }

    private void schedule(Root root, ClusterHeader.Builder header, OptionalLong changesAfter) {
        Long dueAfter = changesAfter.isPresent() ? changesAfter.getAsLong() : null;
        Long before = header.getDueAfter();
        if (Objects.equals(before, dueAfter)) {
            return;
        }
        if (before != null) {
            agenda.remove(new Agenda.Entry(before, root));
        }
        if (dueAfter != null) {
            agenda.put(new Agenda.Entry(dueAfter, root));
        }
        header.setDueAfter(dueAfter);
    }

    /** The cluster is handed over: nothing here is due for it any more, and elsewhere time does not go back for it. */
    void gone(Root root) {
        ClusterHeader.Builder header = ClusterHeader.newBuilder(clusters.header(root));
        schedule(root, header, OptionalLong.empty());
        header.setAsOf(Math.max(header.getAsOf(), ledger.watermark()));
        clusters.header(root, header.build());
    }
}
