package io.journeystream.streams.ledger;

import io.journeystream.rejects.RejectReason;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * The ledgers of several partitions, added up. With nothing left to read, routing included,
 * {@code received = processed + duplicates + rejected}, and while imports are open or were given up, what is
 * {@linkplain #keptAside kept aside} and discarded of them.
 *
 * @param counts every count, summed
 * @param watermark the least of the partitions' watermarks, epoch milliseconds; {@link Ledger#BEGINNING} if there is none
 * @param due partitions whose time has gone on since they last looked at their agenda
 */
public record LedgerView(Map<Count, Long> counts, long watermark, int due) {

    /** The sum of these. */
    public static LedgerView of(Collection<Ledger> ledgers) {
        Map<Count, Long> counts = new EnumMap<>(Count.class);
        for (Count count : Count.values()) {
            counts.put(count, ledgers.stream().mapToLong(l -> l.get(count)).sum());
        }
        long watermark = ledgers.stream().mapToLong(Ledger::watermark).min().orElse(Ledger.BEGINNING);
        long due =
                ledgers.stream().filter(l -> l.settledUntil() < l.watermark()).count();
        return new LedgerView(counts, watermark, Math.toIntExact(due));
    }

    public LedgerView {
        counts = Map.copyOf(counts);
    }

    public long get(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    public long received() {
        return get(Count.RECEIVED);
    }

    public long processed() {
        return get(Count.PROCESSED);
    }

    public long duplicates() {
        return get(Count.DUPLICATES);
    }

    /** For whatever reason. */
    public long rejected() {
        return counts.entrySet().stream()
                .filter(e -> e.getKey().isRejected())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** For this reason; 0 for one that streams never gives. */
    public long rejected(RejectReason reason) {
        return Count.ofRefusal(reason).map(this::get).orElse(0L);
    }

    /** Events of imports that are in no cluster yet. */
    public long keptAside() {
        return get(Count.STAGED) + get(Count.MERGING);
    }

    /** Events of imports that were given up. */
    public long discarded() {
        return get(Count.DISCARDED);
    }

    /** Events that were received from live sources, not from imports. */
    public long receivedLive() {
        return received() - get(Count.IMPORTED);
    }

    /** Customers, as last published. */
    public long customers() {
        return get(Count.CUSTOMERS);
    }

    /** Whether all that is known has been published; what imports keep aside that have not ended is not known yet. */
    public boolean isSettled() {
        return get(Count.PENDING) == 0 && get(Count.SWEEPING) == 0 && get(Count.MERGING) == 0 && due == 0;
    }

    /** Whether every event received is accounted for; only with nothing left in routing. */
    public boolean isBalanced() {
        return received() == accounted();
    }

    /** The same while work goes on, as far as counts of partitions are of one moment. */
    public boolean isBalancedOnTheWay() {
        return received() == accounted() + onTheWay();
    }

    private long accounted() {
        return processed() + duplicates() + rejected() + keptAside() + discarded();
    }

    /** Events that one partition has sent and another has not received yet. */
    public long onTheWay() {
        return get(Count.ROUTED_OUT) - get(Count.ROUTED_IN);
    }
}
