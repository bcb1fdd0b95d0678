package io.journeystream.streams;

import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * How much each count has grown in this process, on the partitions that it had at the time. Counts in state go with
 * their partition from instance to instance; counters must never fall, nor jump when a partition comes.
 */
final class Increases {
    private final Map<Count, Long> sums = new EnumMap<>(Count.class);
    private Map<Integer, Ledger> before = Map.of();

    void seen(Map<Integer, Ledger> now) {
        now.forEach((partition, ledger) -> {
            Ledger known = before.get(partition);
            if (known != null) {
                add(known, ledger);
            }
        });
        before = new HashMap<>(now);
    }

    private void add(Ledger known, Ledger now) {
        for (Count count : Count.values()) {
            sums.merge(count, Math.max(0, now.get(count) - known.get(count)), Long::sum);
        }
    }

    long of(Count count) {
        return sums.getOrDefault(count, 0L);
    }
}
