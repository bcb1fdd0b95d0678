package io.journeystream.streams.placement;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Customer;
import io.journeystream.identity.ErasedCustomer;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.HashedName;
import io.journeystream.identity.IdentityOutcome;
import io.journeystream.identity.IdentityResult;
import io.journeystream.journeys.Cause;
import io.journeystream.streams.clusters.ClusterHeader;
import io.journeystream.streams.clusters.Clusters;
import io.journeystream.streams.clusters.Members;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.clusters.WaitingErasures;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import io.journeystream.streams.placement.Message.Answered;
import io.journeystream.streams.placement.Message.Erased;
import io.journeystream.streams.publishing.Changes;
import io.journeystream.streams.records.ErasureRow;
import io.journeystream.streams.records.StatusRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Erases customers of the clusters of one partition: who belongs to whom is computed as it is known when a command is
 * obeyed; then each of the customer's identifiers hears that it was erased, and tells all clusters in which it occurs.
 */
final class Eraser {
    private final Supplier<IdentityRules> rules;
    private final int partition;
    private final Clusters clusters;
    private final Members members;
    private final WaitingErasures waiting;
    private final Changes changes;
    private final Mailbox mailbox;
    private final Ledger ledger;

    Eraser(
            Supplier<IdentityRules> rules,
            int partition,
            Clusters clusters,
            Members members,
            WaitingErasures waiting,
            Changes changes,
            Mailbox mailbox,
            Ledger ledger) {
        this.rules = rules;
        this.partition = partition;
        this.clusters = clusters;
        this.members = members;
        this.waiting = waiting;
        this.changes = changes;
        this.mailbox = mailbox;
        this.ledger = ledger;
    }

    /** A command has come to the cluster of whom it speaks. */
    void take(Identifier root, ErasureRow asked) {
        waiting.add(Root.of(root), asked);
        goOn(root);
    }

    /** Obeys what waits for a cluster, unless parts of it are still on their way. */
    void goOn(Identifier identifier) {
        Root root = Root.of(identifier);
        if (clusters.header(root).getIncoming() == 0) {
            waiting.take(root).forEach(asked -> obey(root, asked));
        }
    }

    private void obey(Root root, ErasureRow asked) {
        IdentityResult result = customer(root, asked)
                .map(customer -> erase(root, customer, asked))
                .orElseGet(() -> new IdentityResult(
                        asked.getCommandId(),
                        IdentityOutcome.REFUSED,
                        "no event up to " + Instant.ofEpochMilli(asked.getAt())
                                + " that is known and not erased belongs to a customer whom the identifier names",
                        null));
        mailbox.send(Names.identifier(asked.getAsked()), new Answered(result));
    }

    /** As evidence of the command's time has it. */
    private Optional<Customer> customer(Root root, ErasureRow asked) {
        List<Event> events = clusters.events(root).stream()
                .filter(event -> event.occurredAt() <= asked.getAt())
                .toList();
        ClusterHeader header = clusters.header(root);
        Members.Told told = members.told(root, header, events);
        String hash = HashedName.hash(Names.identifier(asked.getAsked()));
        return new EvidenceGraph(events, rules.get(), told.withdrawn(), told.blocked(), told.erasures())
                .customers().stream()
                        .filter(customer -> customer.since().keySet().stream()
                                .anyMatch(identifier ->
                                        HashedName.hash(identifier).equals(hash)))
                        .findFirst();
    }

    private IdentityResult erase(Root root, Customer customer, ErasureRow asked) {
        long events = ledger.get(Count.ERASED);
        long journeys = ledger.get(Count.ERASED_JOURNEYS);
        changes.beforeChange(root, Cause.ERASURE);
        StatusRow erased = new StatusRow(0L, false, asked.getAt());
        for (Identifier identifier : customer.since().keySet()) {
            members.tell(root, identifier, erased);
            mailbox.send(identifier, new Erased(asked.getAt()));
        }
        changes.publish(root, Cause.ERASURE);
        return answer(
                asked,
                ErasedCustomer.newBuilder()
                        .setCustomerId(customer.customerId())
                        .setUntil(Instant.ofEpochMilli(asked.getAt()))
                        .setIdentifiers(customer.since().keySet().stream()
                                .map(HashedName::hash)
                                .sorted()
                                .toList())
                        .setEvents(ledger.get(Count.ERASED) - events)
                        .setJourneys(ledger.get(Count.ERASED_JOURNEYS) - journeys)
                        .setPartition(partition)
                        .build());
    }

    private static IdentityResult answer(ErasureRow asked, ErasedCustomer erased) {
        return new IdentityResult(asked.getCommandId(), IdentityOutcome.HOLDS, null, erased);
    }
}
