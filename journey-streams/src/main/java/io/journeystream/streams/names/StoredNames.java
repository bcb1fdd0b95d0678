package io.journeystream.streams.names;

import io.journeystream.definitions.PublishedDefinitions;
import io.journeystream.events.Event;
import io.journeystream.events.EventEncoding;
import io.journeystream.events.Identifier;
import io.journeystream.events.SingleObject;
import io.journeystream.identity.HashedName;
import io.journeystream.identity.Identifiers;
import io.journeystream.identity.IdentityResult;
import io.journeystream.streams.clusters.ClusterHeader;
import io.journeystream.streams.clusters.PublishedJourney;
import io.journeystream.streams.records.Decree;
import io.journeystream.streams.records.ErasureRow;
import io.journeystream.streams.records.IdentityRow;
import io.journeystream.streams.records.MessageRecord;
import io.journeystream.streams.records.Name;
import io.journeystream.streams.records.PlaceRecord;
import io.journeystream.streams.records.StatusRow;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Finds whom streams names in what it keeps: rows of state, which its changelogs hold too, and messages from partition
 * to partition. Hashed names are none: nobody can read them. For one thread only.
 */
public final class StoredNames {
    private static final byte MARKER_1 = (byte) 0xC3;
    private static final byte MARKER_2 = (byte) 0x01;

    private final EventEncoding events = new EventEncoding();
    private final List<SingleObject<? extends SpecificRecord>> records = List.of(
            new SingleObject<>(IdentityRow.class),
            new SingleObject<>(PublishedJourney.class),
            new SingleObject<>(PlaceRecord.class),
            new SingleObject<>(Name.class),
            new SingleObject<>(MessageRecord.class),
            new SingleObject<>(ErasureRow.class),
            new SingleObject<>(StatusRow.class),
            new SingleObject<>(Decree.class),
            new SingleObject<>(IdentityResult.class),
            new SingleObject<>(ClusterHeader.class),
            new SingleObject<>(PublishedDefinitions.class));

    /**
     * Somebody who is named.
     *
     * @param customerId of the customer whose strongest identifier it is: for the identifier stands nothing else
     * @param at since when or in an event of which time, epoch milliseconds; null if no time is said
     */
    public record Named(String customerId, @Nullable Long at) {

        public static Named of(Identifier identifier, @Nullable Long at) {
            return new Named(Identifiers.customerId(identifier), at);
        }
    }

    /**
     * All who are named in a value; what is no record names nobody, for it is a mark, a count or a hash.
     *
     * @return empty if it is a record that this release cannot read
     */
    public Optional<List<Named>> in(byte[] value) {
        if (value.length < 2 || value[0] != MARKER_1 || value[1] != MARKER_2) {
            return Optional.of(List.of());
        }
        List<Named> found = new ArrayList<>();
        for (SingleObject<? extends SpecificRecord> known : records) {
            if (known.reads(value)) {
                collect(known.decode(value), found::add);
                return Optional.of(found);
            }
        }
        try {
            collect(events.decode(value), found::add);
            return Optional.of(found);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void collect(Event event, Consumer<Named> found) {
        event.identifiers().stream()
                .filter(identifier -> !HashedName.is(identifier))
                .forEach(identifier -> found.accept(Named.of(identifier, event.occurredAt())));
    }

    private void collect(SpecificRecord record, Consumer<Named> found) {
        if (record instanceof IdentityRow row) {
            collect(row.getIdentifier(), row.getSince(), found);
        } else if (record instanceof PublishedJourney journey) {
            found.accept(new Named(journey.getCustomerId(), journey.getStartedAt()));
        } else if (record instanceof Name name) {
            collect(name, null, found);
        } else {
            for (Schema.Field field : record.getSchema().getFields()) {
                collectPart(record.get(field.pos()), found);
            }
        }
    }

    private void collectPart(@Nullable Object part, Consumer<Named> found) {
        if (part instanceof SpecificRecord record) {
            collect(record, found);
        } else if (part instanceof List<?> list) {
            list.forEach(each -> collectPart(each, found));
        } else if (part instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            in(bytes).ifPresent(named -> named.forEach(found));
        }
    }

    private static void collect(Name name, @Nullable Long at, Consumer<Named> found) {
        Identifier identifier = new Identifier(name.getType(), name.getValue());
        if (!HashedName.is(identifier) && !name.getValue().isEmpty()) {
            found.accept(Named.of(identifier, at));
        }
    }
}
