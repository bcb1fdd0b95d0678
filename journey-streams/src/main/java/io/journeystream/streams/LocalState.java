package io.journeystream.streams;

import io.journeystream.streams.imports.Imports;
import io.journeystream.streams.imports.WaitingImport;
import io.journeystream.streams.ledger.Ledger;
import io.journeystream.streams.ledger.LedgerStore;
import io.journeystream.streams.ledger.LedgerView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * What the partitions of one instance have counted.
 *
 * @param ledgers by partition
 * @param imports of each partition, ended ones too
 */
record LocalState(Map<Integer, Ledger> ledgers, List<WaitingImport> imports) {
    static final LocalState NOTHING = new LocalState(Map.of(), List.of());

    static LocalState read(KeyValueIterator<Bytes, byte[]> rows) {
        Map<Integer, Ledger> ledgers = new HashMap<>();
        List<WaitingImport> imports = new ArrayList<>();
        rows.forEachRemaining(row -> {
            if (LedgerStore.isLedger(row.key)) {
                ledgers.put(LedgerStore.partition(row.key), Ledger.decode(row.value));
            } else {
                Imports.read(row.key, row.value).ifPresent(imports::add);
            }
        });
        return new LocalState(ledgers, imports);
    }

    LedgerView view() {
        return LedgerView.of(ledgers.values());
    }
}
