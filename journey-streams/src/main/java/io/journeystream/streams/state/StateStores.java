package io.journeystream.streams.state;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores of streams: few, because each is a database of its own in every partition.
 *
 * @param make how a store of that name is kept
 */
public record StateStores(Function<String, KeyValueBytesStoreSupplier> make) {
    /** Events, look-ups and what was published, by cluster. */
    public static final String CLUSTERS = "clusters";

    /** Which clusters must be looked at, and when. */
    public static final String AGENDA = "agenda";

    /** What was counted. */
    public static final String LEDGER = "ledger";

    /** Journeys as health counts them. */
    public static final String COUNTED = "counted";

    /** What health cells and edges of the journey map count. */
    public static final String CELLS = "cells";

    /** A row may hold an event of a megabyte and more. */
    private static final Map<String, String> CHANGELOG = Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "4194304");

    /** In RocksDB, on disk; the ledger, a single row, in memory. */
    public static StateStores onDisk() {
        return new StateStores(name ->
                name.equals(LEDGER) ? Stores.inMemoryKeyValueStore(name) : Stores.persistentKeyValueStore(name));
    }

    /** In memory; still kept in Kafka. */
    public static StateStores inMemory() {
        return new StateStores(Stores::inMemoryKeyValueStore);
    }

    /** The store in which health remembers journeys. */
    public Set<StoreBuilder<?>> counted() {
        return Set.of(store(make.apply(COUNTED)).withCachingDisabled());
    }

    /** The store of health cells and of the journey map. */
    public Set<StoreBuilder<?>> cells() {
        return Set.of(store(make.apply(CELLS)).withCachingDisabled());
    }

    /** Builders of the stores of stitching. */
    public Set<StoreBuilder<?>> stitching() {
        return Set.of(
                store(make.apply(CLUSTERS)).withCachingDisabled(),
                store(make.apply(AGENDA)).withCachingDisabled(),
                // rewritten with every record, written to Kafka with every commit
                store(make.apply(LEDGER)).withCachingEnabled());
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(KeyValueBytesStoreSupplier supplier) {
        return Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG);
    }
}
