package io.journeystream.streams;

import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.Ledger;
import io.journeystream.streams.ledger.LedgerView;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The figures behind the meters: asked of state about once a second, however many meters want to know. */
final class Figures {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Supplier<Optional<LocalState>> source;
    private final Consumer<LocalState> listener;
    private final LongSupplier nanoTime;
    private final Increases increases = new Increases();
    private LocalState state = LocalState.NOTHING;
    private LedgerView view = LocalState.NOTHING.view();
    private long askedAt;
    private boolean asked;

    /** @param listener hears of new figures */
    Figures(Supplier<Optional<LocalState>> source, Consumer<LocalState> listener, LongSupplier nanoTime) {
        this.source = source;
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    synchronized LedgerView view() {
        refresh();
        return view;
    }

    synchronized int partitions() {
        refresh();
        return state.ledgers().size();
    }

    /** Since this process began to look. */
    synchronized double increase(Count count) {
        refresh();
        return increases.of(count);
    }

    /** The least watermark, epoch milliseconds; NaN while there is none. */
    double watermark() {
        long watermark = view().watermark();
        return watermark == Ledger.BEGINNING ? Double.NaN : watermark;
    }

    private void refresh() {
        long now = nanoTime.getAsLong();
        if (asked && now - askedAt < FRESH.toNanos()) {
            return;
        }
        asked = true;
        askedAt = now;
        source.get().ifPresent(this::take);
    }

    private void take(LocalState now) {
        state = now;
        view = now.view();
        increases.seen(now.ledgers());
        listener.accept(now);
    }
}
