package io.journeystream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.registry.RegistryUnavailable;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    private final Failures failures = new Failures("stitching", Duration.ofMillis(1), Duration.ofMillis(2));

    static Stream<Throwable> outages() {
        return Stream.of(
                new RegistryUnavailable("gone", new RuntimeException()),
                new TimeoutException("Topic t not present in metadata after 60000 ms."),
                new TransactionAbortableException("Transaction Request was aborted after exhausting retries."),
                new ProducerFencedException("another has begun"),
                new InvalidPidMappingException("forgotten"),
                new OutOfOrderSequenceException("one is missing"),
                new TaskCorruptedException(Set.of(new TaskId(1, 0))),
                new TaskMigratedException("another has it", new RuntimeException()));
    }

    static Stream<Throwable> surprises() {
        return Stream.of(
                new IllegalStateException("a mistake of ours"),
                new RecordTooLargeException("too large"),
                new TopicAuthorizationException(Set.of("journey.journeys.v1")),
                new KafkaException("of some kind"),
                new OutOfMemoryError("heap"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void an_outage_is_waited_for(Throwable outage) {
        assertThat(failures.handle(outage)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(failures.handle(new StreamsException("failed to initialize processor publishing", outage)))
                .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(failures.surprise()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("surprises")
    void a_surprise_stops_all_and_is_kept(Throwable surprise) {
        assertThat(failures.handle(new StreamsException("wrapped", surprise)))
                .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(failures.surprise()).get().extracting(Throwable::getCause).isSameAs(surprise);
    }
}
