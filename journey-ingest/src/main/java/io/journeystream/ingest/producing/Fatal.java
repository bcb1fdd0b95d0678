package io.journeystream.ingest.producing;

import java.util.List;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jspecify.annotations.Nullable;

/** Tells failures after which a producer does nothing any more from those of a single record or of the moment. */
final class Fatal {
    private static final List<Class<? extends Exception>> KINDS = List.of(
            ProducerFencedException.class,
            InvalidProducerEpochException.class,
            InvalidPidMappingException.class,
            OutOfOrderSequenceException.class,
            ClusterAuthorizationException.class,
            TransactionalIdAuthorizationException.class,
            UnsupportedVersionException.class,
            IllegalStateException.class);

    private Fatal() {}

    /** Whether it or what caused it is of that kind: Kafka's client wraps the failure when it tells it again. */
    static boolean is(Exception failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Throwable one = cause;
            if (KINDS.stream().anyMatch(kind -> kind.isInstance(one))) {
                return true;
            }
        }
        return false;
    }
}
