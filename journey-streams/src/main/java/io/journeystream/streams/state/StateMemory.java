package io.journeystream.streams.state;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The memory that all state stores of one instance share, whatever their number: one block cache, which the write
 * buffers are charged to. Close it after the streams that use it.
 */
public final class StateMemory implements AutoCloseable {
    /** Under this name it is found in the configuration of Kafka Streams. */
    public static final String CONFIG = "journeystream.state.memory";

    private static final double INDEXES_AND_FILTERS = 0.2;
    private static final int SHARD_BITS_BY_SIZE = -1;

    static {
        RocksDB.loadLibrary();
    }

    private final Cache cache;
    private final WriteBufferManager writeBuffers;

    /** @param bytes for blocks, indexes, filters and write buffers together */
    public StateMemory(long bytes) {
        this.cache = new LRUCache(bytes, SHARD_BITS_BY_SIZE, false, INDEXES_AND_FILTERS);
        this.writeBuffers = new WriteBufferManager(bytes / 2, cache);
    }

    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
    }

    /** Makes every store use the shared memory. Kafka Streams makes it by its name. */
    public static final class Setter implements RocksDBConfigSetter {
        private final BloomFilter filter = new BloomFilter();

        @Override
        public void setConfig(String storeName, Options options, Map<String, Object> configs) {
            if (!(configs.get(CONFIG) instanceof StateMemory memory)) {
                throw new IllegalStateException(CONFIG + " is missing from the configuration of Kafka Streams");
            }
            BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
            table.setBlockCache(memory.cache);
            table.setCacheIndexAndFilterBlocks(true);
            table.setCacheIndexAndFilterBlocksWithHighPriority(true);
            table.setPinTopLevelIndexAndFilter(true);
            table.setFilterPolicy(filter);
            options.setTableFormatConfig(table);
            options.setWriteBufferManager(memory.writeBuffers);
            // look-ups of new events miss, and a miss must not read a block
            options.setOptimizeFiltersForHits(false);
        }

        @Override
        public void close(String storeName, Options options) {
            filter.close();
        }
    }
}
