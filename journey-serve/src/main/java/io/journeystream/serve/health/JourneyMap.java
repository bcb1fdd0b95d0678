package io.journeystream.serve.health;

import io.journeystream.events.Utf8Order;
import io.journeystream.health.Flow;
import io.journeystream.health.FlowKey;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.topics.Topics;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The edges of the journey map that are wanted. For one thread. */
public final class JourneyMap implements AutoCloseable {
    private final LatestRecords<Flow> records;
    private final FlowFilter filter;
    private final SortedSet<String> types = new TreeSet<>(Utf8Order::compare);

    /**
     * Reads nothing yet.
     *
     * @param kafka {@code bootstrap.servers} and further properties of Kafka's consumer
     * @param listener told how far reading is while it takes long
     */
    public JourneyMap(Map<String, ?> kafka, SchemaRegistry registry, FlowFilter filter, Consumer<String> listener) {
        this.filter = filter;
        this.records = new LatestRecords<>(kafka, registry, Topics.FLOWS, Flow.class, this::isWanted, listener);
    }

    private boolean isWanted(String name) {
        FlowKey key;
        try {
            key = FlowKey.parse(name);
        } catch (IllegalArgumentException | DateTimeException e) {
            return false; // of a later version, which has edges that this one does not know
        }
        types.add(key.type());
        return filter.admits(key);
    }

    /**
     * Reads what has come since the last time.
     *
     * @return whether edges that are wanted may have changed
     * @throws io.journeystream.serve.reading.KafkaUnavailable if Kafka does not answer, has no such topic, or an edge
     *     cannot be read
     */
    public boolean refresh() {
        return records.refresh();
    }

    /** One a day, in no order. */
    public Collection<Flow> edges() {
        return records.values();
    }

    /** Every type of which there are or were edges, wanted or not. */
    public SortedSet<String> types() {
        return Collections.unmodifiableSortedSet(types);
    }

    @Override
    public void close() {
        records.close();
    }
}
