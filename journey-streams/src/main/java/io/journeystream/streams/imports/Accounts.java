package io.journeystream.streams.imports;

import io.journeystream.streams.state.Deletion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Where the accounts of one partition's imports lie: in the store of the ledger, which is cached, for an account changes
 * with each event. The keys begin with the partition's number, as that of the ledger is.
 */
final class Accounts {
    private static final int KEY = Integer.BYTES + Long.BYTES;

    private final KeyValueStore<Bytes, byte[]> store;
    private final int partition;

    Accounts(KeyValueStore<Bytes, byte[]> store, int partition) {
        this.store = store;
        this.partition = partition;
    }

    List<Account> load() {
        List<Account> accounts = new ArrayList<>();
        byte[] prefix = ByteBuffer.allocate(Integer.BYTES).putInt(partition).array();
        try (KeyValueIterator<Bytes, byte[]> rows = store.prefixScan(Bytes.wrap(prefix), new BytesSerializer())) {
            rows.forEachRemaining(row -> {
                if (isAccount(row.key)) {
                    accounts.add(Account.decode(row.value));
                }
            });
        }
        return accounts;
    }

    void save(Account account) {
        store.put(key(account), account.encode());
    }

    void remove(Account account) {
        Deletion.of(store, key(account));
    }

    static boolean isAccount(Bytes key) {
        return key.get().length == KEY;
    }

    private Bytes key(Account account) {
        return Bytes.wrap(ByteBuffer.allocate(KEY)
                .putInt(partition)
                .putLong(account.number())
                .array());
    }
}
