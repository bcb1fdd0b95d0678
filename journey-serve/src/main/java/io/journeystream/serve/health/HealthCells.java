package io.journeystream.serve.health;

import io.journeystream.events.Utf8Order;
import io.journeystream.health.CellKey;
import io.journeystream.health.HealthCell;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.topics.Topics;
import java.time.DateTimeException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The health cells that are wanted, as they are and as they become. For one thread. */
public final class HealthCells implements AutoCloseable {
    private static final Comparator<HealthCell> ORDER = Comparator.comparing(HealthCell::getCohort)
            .thenComparing(HealthCell::getType, Utf8Order::compare)
            .thenComparing(HealthCell::getValue, Comparator.nullsLast(Utf8Order::compare));

    private final LatestRecords<HealthCell> records;
    private final CellFilter filter;
    private final SortedSet<String> types = new TreeSet<>(Utf8Order::compare);
    private final SortedSet<String> dimensions = new TreeSet<>(Utf8Order::compare);

    /**
     * Reads nothing yet.
     *
     * @param kafka {@code bootstrap.servers} and further properties of Kafka's consumer
     * @param listener told how far reading is while it takes long
     */
    public HealthCells(Map<String, ?> kafka, SchemaRegistry registry, CellFilter filter, Consumer<String> listener) {
        this.filter = filter;
        this.records = new LatestRecords<>(kafka, registry, Topics.HEALTH, HealthCell.class, this::isWanted, listener);
    }

    private boolean isWanted(String name) {
        CellKey key;
        try {
            key = CellKey.parse(name);
        } catch (IllegalArgumentException | DateTimeException e) {
            return false; // of a later version, which has cells that this one does not know
        }
        types.add(key.type());
        dimensions.add(key.dimension());
        return filter.admits(key);
    }

    /**
     * Reads what has come since the last time.
     *
     * @return whether cells that are wanted may have changed
     * @throws io.journeystream.serve.reading.KafkaUnavailable if Kafka does not answer, has no such topic, or a cell
     *     cannot be read
     */
    public boolean refresh() {
        return records.refresh();
    }

    /** In order of cohort, type and value, those without value last. */
    public List<HealthCell> cells() {
        return records.values().stream().sorted(ORDER).toList();
    }

    /** Every type of which there are or were cells, wanted or not. */
    public SortedSet<String> types() {
        return Collections.unmodifiableSortedSet(types);
    }

    /** Every dimension of which there are or were cells, wanted or not. */
    public SortedSet<String> dimensions() {
        return Collections.unmodifiableSortedSet(dimensions);
    }

    @Override
    public void close() {
        records.close();
    }
}
