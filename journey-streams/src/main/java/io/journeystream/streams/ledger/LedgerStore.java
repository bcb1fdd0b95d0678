package io.journeystream.streams.ledger;

import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Where the ledger of one partition lies. */
public final class LedgerStore {
    private final KeyValueStore<Bytes, byte[]> store;
    private final Bytes key;

    /** The key is the partition's number, so that whoever reads all local partitions at once can tell them apart. */
    public LedgerStore(KeyValueStore<Bytes, byte[]> store, int partition) {
        this.store = store;
        this.key =
                Bytes.wrap(ByteBuffer.allocate(Integer.BYTES).putInt(partition).array());
    }

    /** Whether a key of the store is that of a ledger. */
    public static boolean isLedger(Bytes key) {
        return key.get().length == Integer.BYTES;
    }

    /** Of which partition a ledger is. */
    public static int partition(Bytes key) {
        return ByteBuffer.wrap(key.get()).getInt();
    }

    /** As last saved; a new one if there is none. */
    public Ledger load() {
        byte[] saved = store.get(key);
        return saved == null ? new Ledger() : Ledger.decode(saved);
    }

    public void save(Ledger ledger) {
        store.put(key, ledger.encode());
    }
}
