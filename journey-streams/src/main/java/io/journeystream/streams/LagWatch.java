package io.journeystream.streams;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for the lag now and then, so that whoever wants to know need not wait for brokers that may be away. */
final class LagWatch implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);
    private static final Duration STALE = Duration.ofSeconds(15);

    private final LongSupplier lag;
    private final LongSupplier nanoTime;
    private volatile @Nullable Seen seen;

    private record Seen(long records, long at) {}

    LagWatch(LongSupplier lag, LongSupplier nanoTime) {
        this.lag = lag;
        this.nanoTime = nanoTime;
    }

    /** A failure makes the lag unknown after a while. */
    @Override
    public void run() {
        try {
            seen = new Seen(lag.getAsLong(), nanoTime.getAsLong());
        } catch (KafkaException e) {
            LOG.debug("the lag is not known now", e);
        }
    }

    /** Records that lay unread a moment ago; empty if nobody could say for a while. */
    OptionalLong last() {
        Seen last = seen;
        return last == null || nanoTime.getAsLong() - last.at() > STALE.toNanos()
                ? OptionalLong.empty()
                : OptionalLong.of(last.records());
    }
}
