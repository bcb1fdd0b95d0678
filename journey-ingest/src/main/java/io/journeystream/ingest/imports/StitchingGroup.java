package io.journeystream.ingest.imports;

import io.journeystream.topics.GroupLag;
import io.journeystream.topics.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;

/** The running instances of stitching as an import sees them: what they have read. Waits out outages, and says why. */
final class StitchingGroup {
    private static final long LOOK_AGAIN_MILLIS = 40;
    private static final Duration SAY_SOMETHING = Duration.ofSeconds(3);

    private final GroupLag lag;
    private final Waiting waiting;
    private final Map<Set<Topic<?, ?>>, List<TopicPartition>> partitions = new HashMap<>();

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
        return answered(() -> lag.written(partitions(topics)));
    }

    /** Topics are not given more partitions while stitching works on them. */
    private List<TopicPartition> partitions(Collection<? extends Topic<?, ?>> topics) {
        return partitions.computeIfAbsent(Set.copyOf(topics), lag::partitions);
    }

    /** Returns when stitching has read and kept everything before these offsets. */
    void awaitRead(Map<TopicPartition, Long> offsets) throws InterruptedException {
        long said = System.nanoTime();
        long behind = answered(() -> lag.behind(offsets));
        while (behind > 0) {
            if (isTimeToSay(said)) {
                said = System.nanoTime();
                waiting.because(reason(behind));
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
            behind = answered(() -> lag.behind(offsets));
        }
    }

    private String reason(long behind) throws InterruptedException {
        return answered(lag::committed).isEmpty()
                ? "no group " + lag.group() + " has read anything from this Kafka: is ./journey streams (or demo)"
                        + " running, and is " + lag.group() + " its application id?"
                : "stitching has still " + behind + " records to read";
    }

    /** Asks until there is an answer. */
    private <T> T answered(Supplier<T> question) throws InterruptedException {
        long said = System.nanoTime();
        while (true) {
            try {
                return question.get();
            } catch (InterruptException e) {
                throw interrupted(e);
            } catch (RetriableException e) {
                if (isTimeToSay(said)) {
                    said = System.nanoTime();
                    waiting.because("Kafka does not answer (" + e.getMessage() + ")");
                }
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private static boolean isTimeToSay(long said) {
        return System.nanoTime() - said >= SAY_SOMETHING.toNanos();
    }

    /** Kafka's exception leaves the flag of the thread set; ours must not, so that the caller can clean up. */
    private static InterruptedException interrupted(KafkaException cause) {
        Thread.interrupted();
        InterruptedException interrupted = new InterruptedException("the import was interrupted");
        interrupted.initCause(cause);
        return interrupted;
    }
}
