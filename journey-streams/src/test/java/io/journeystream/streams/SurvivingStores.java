package io.journeystream.streams;

import io.journeystream.streams.state.StateStores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** State of one partition that is still there when the driver that used it is gone, as state in Kafka would be. */
final class SurvivingStores {
    private final Map<String, NavigableMap<Bytes, byte[]>> rows = new ConcurrentHashMap<>();
    private final AtomicLong bytesWritten = new AtomicLong();
    private final AtomicLong rowsRead = new AtomicLong();

    StateStores stores() {
        return new StateStores(name -> new Supplier(name, rows(name), this));
    }

    NavigableMap<Bytes, byte[]> rows(String store) {
        return rows.computeIfAbsent(store, name -> new ConcurrentSkipListMap<>());
    }

    /** Keys and values, as they would go to the changelog. */
    long bytesWritten() {
        return bytesWritten.get();
    }

    long rowsRead() {
        return rowsRead.get();
    }

    private record Supplier(String name, NavigableMap<Bytes, byte[]> rows, SurvivingStores all)
            implements KeyValueBytesStoreSupplier {
        @Override
        public KeyValueStore<Bytes, byte[]> get() {
            return new Store(name, rows, all);
        }

        @Override
        public String metricsScope() {
            return "surviving";
        }
    }

    private static final class Store implements KeyValueStore<Bytes, byte[]> {
        private final String name;
        private final NavigableMap<Bytes, byte[]> rows;
        private final SurvivingStores all;
        private boolean open;

        Store(String name, NavigableMap<Bytes, byte[]> rows, SurvivingStores all) {
            this.name = name;
            this.rows = rows;
            this.all = all;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void init(StateStoreContext context, StateStore root) {
            context.register(root, (key, value) -> put(Bytes.wrap(key), value));
            open = true;
        }

        @Override
        public void put(Bytes key, byte @Nullable [] value) {
            all.bytesWritten.addAndGet(key.get().length + (value == null ? 0 : value.length));
            if (value == null) {
                rows.remove(key);
            } else {
                rows.put(key, value);
            }
        }

        @Override
        public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
            byte[] found = get(key);
            if (found == null) {
                put(key, value);
            }
            return found;
        }

        @Override
        public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
            entries.forEach(entry -> put(entry.key, entry.value));
        }

        @Override
        public byte @Nullable [] delete(Bytes key) {
            byte[] found = rows.get(key);
            put(key, null);
            return found;
        }

        @Override
        public byte @Nullable [] get(Bytes key) {
            all.rowsRead.incrementAndGet();
            return rows.get(key);
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
            return new Rows(rows.subMap(from, true, to, true));
        }

        @Override
        public <PS extends Serializer<P>, P> KeyValueIterator<Bytes, byte[]> prefixScan(P prefix, PS serializer) {
            byte[] first = serializer.serialize("", prefix);
            NavigableMap<Bytes, byte[]> found = new TreeMap<>();
            for (Map.Entry<Bytes, byte[]> row :
                    rows.tailMap(Bytes.wrap(first), true).entrySet()) {
                if (!startsWith(row.getKey().get(), first)) {
                    break;
                }
                found.put(row.getKey(), row.getValue());
            }
            all.rowsRead.addAndGet(found.size());
            return new Rows(found);
        }

        private static boolean startsWith(byte[] key, byte[] prefix) {
            return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> all() {
            return new Rows(rows);
        }

        @Override
        public long approximateNumEntries() {
            return rows.size();
        }

        @Override
        public boolean persistent() {
            return false;
        }

        @Override
        public Position getPosition() {
            return Position.emptyPosition();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }

    private static final class Rows implements KeyValueIterator<Bytes, byte[]> {
        private final List<KeyValue<Bytes, byte[]>> rows = new ArrayList<>();
        private int next;

        Rows(NavigableMap<Bytes, byte[]> rows) {
            rows.forEach((key, value) -> this.rows.add(KeyValue.pair(key, value)));
        }

        @Override
        public boolean hasNext() {
            return next < rows.size();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            return rows.get(next++);
        }

        @Override
        public Bytes peekNextKey() {
            return rows.get(next).key;
        }

        @Override
        public void close() {}
    }
}
