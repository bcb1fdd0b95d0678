package io.journeystream.ingest.imports;

import io.journeystream.topics.GroupLag;
import io.journeystream.topics.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** The running instances of stitching as an import sees them: what they have read. Waits out outages, and says why. */
final class StitchingGroup {
    private static final long LOOK_AGAIN_MILLIS = 40;
    private static final Duration SAY_SOMETHING = Duration.ofSeconds(3);

    private final GroupLag lag;
    private final Waiting waiting;

    /** Hears why the import does not go on, every few seconds. */
    @FunctionalInterface
    interface Waiting {
        void because(String reason);
    }

    StitchingGroup(GroupLag lag, Waiting waiting) {
        this.lag = lag;
        this.waiting = waiting;
    }

    /** Where topics end now; whoever has read so far has read all that is written until now. */
    Map<TopicPartition, Long> written(Collection<? extends Topic<?, ?>> topics) throws InterruptedException {
        long said = System.nanoTime();
        while (true) {
            try {
                return lag.written(lag.partitions(topics));
            } catch (InterruptException e) {
                throw interrupted(e);
            } catch (RetriableException e) {
                said = say(said, "Kafka does not answer (" + e.getMessage() + ")");
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    /** Returns when stitching has read and kept everything before these offsets. */
    void awaitRead(Map<TopicPartition, Long> offsets) throws InterruptedException {
        long said = System.nanoTime();
        String reason = reason(offsets);
        while (reason != null) {
            said = say(said, reason);
            Thread.sleep(LOOK_AGAIN_MILLIS);
            reason = reason(offsets);
        }
    }

    /** Why there is still something to wait for; null if there is nothing. */
    private @Nullable String reason(Map<TopicPartition, Long> offsets) throws InterruptedException {
        try {
            long behind = lag.behind(offsets);
            if (behind == 0) {
                return null;
            }
            return lag.committed().isEmpty()
                    ? "no group " + lag.group() + " has read anything from this Kafka: is ./journey streams (or demo)"
                            + " running, and is " + lag.group() + " its application id?"
                    : "stitching has still " + behind + " records to read";
        } catch (InterruptException e) {
            throw interrupted(e);
        } catch (RetriableException e) {
            return "Kafka does not answer (" + e.getMessage() + ")";
        }
    }

    private long say(long said, String reason) {
        if (System.nanoTime() - said < SAY_SOMETHING.toNanos()) {
            return said;
        }
        waiting.because(reason);
        return System.nanoTime();
    }

    /** Kafka's exception leaves the flag of the thread set; ours must not, so that the caller can clean up. */
    private static InterruptedException interrupted(KafkaException cause) {
        Thread.interrupted();
        InterruptedException interrupted = new InterruptedException("the import was interrupted");
        interrupted.initCause(cause);
        return interrupted;
    }
}
