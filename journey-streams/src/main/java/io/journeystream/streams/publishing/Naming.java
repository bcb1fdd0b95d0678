package io.journeystream.streams.publishing;

import io.journeystream.events.Digests;
import io.journeystream.events.Identifier;
import io.journeystream.identity.Customer;
import io.journeystream.identity.EvidenceGraph;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.Identity;
import io.journeystream.streams.clusters.ClusterHeader;
import io.journeystream.streams.clusters.Identities;
import io.journeystream.streams.clusters.Root;
import io.journeystream.streams.records.IdentityRow;
import io.journeystream.streams.records.Name;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Publishes whom identifiers name, where that has changed. */
public final class Naming {
    private static final int LENGTH = 16;

    private final Identities identities;
    private final Writer writer;
    private final Hearers hearers;

    /** @param hearers to whom what is published matters elsewhere */
    public Naming(Identities identities, Writer writer, Hearers hearers) {
        this.identities = identities;
        this.writer = writer;
        this.hearers = hearers;
    }

    /** The partitions of the identifiers that are spoken of. */
    public interface Hearers {
        /** An identifier was said to name nobody: another cluster that has it has to say whom it names. */
        void unnamed(Identifier identifier);

        /** An identifier was said to name a customer of that cluster, although it is blocked. */
        void namedThoughBlocked(Identifier identifier, Root root);
    }

    /** Where it is published. */
    public interface Writer {
        void write(Identity identity);

        /** It names nobody any more. */
        void unname(Identifier identifier);
    }

    void publish(Root root, ClusterHeader header, ClusterHeader.Builder next, EvidenceGraph evidence) {
        List<Customer> customers = evidence.customers();
        ByteBuffer digest = digest(customers);
        if (digest.equals(header.getIdentities())) {
            return;
        }
        next.setIdentities(digest);
        Map<Identifier, IdentityRow> before = identities.published(root);
        for (Customer customer : customers) {
            customer.since()
                    .forEach((identifier, since) ->
                            publish(root, before.remove(identifier), row(identifier, customer, since)));
        }
        unname(root, before.values());
        customers.stream()
                .flatMap(customer -> customer.since().keySet().stream())
                .filter(evidence.blocked()::contains)
                .forEach(identifier -> hearers.namedThoughBlocked(identifier, root));
    }

    private void publish(Root root, @Nullable IdentityRow before, IdentityRow now) {
        if (!now.equals(before)) {
            identities.remember(root, now);
            writer.write(new Identity(identifier(now), now.getCustomerId(), Instant.ofEpochMilli(now.getSince())));
        }
    }

    private void unname(Root root, Collection<IdentityRow> gone) {
        for (IdentityRow row : gone) {
            identities.remove(root, row);
            writer.unname(identifier(row));
            hearers.unnamed(identifier(row));
        }
    }

    private static IdentityRow row(Identifier identifier, Customer customer, long since) {
        return new IdentityRow(new Name(identifier.getType(), identifier.getValue()), customer.customerId(), since);
    }

    private static Identifier identifier(IdentityRow row) {
        return new Identifier(row.getIdentifier().getType(), row.getIdentifier().getValue());
    }

    private static ByteBuffer digest(List<Customer> customers) {
        Map<String, String> said = new TreeMap<>();
        for (Customer customer : customers) {
            customer.since()
                    .forEach((identifier, since) -> said.put(
                            new String(Identifiers.key(identifier), StandardCharsets.UTF_8),
                            customer.customerId() + since));
        }
        byte[] all = said.toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(Arrays.copyOf(Digests.sha256(all), LENGTH));
    }
}
