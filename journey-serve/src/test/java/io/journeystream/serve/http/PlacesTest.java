package io.journeystream.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.journeystream.runtime.http.Refusal;
import io.journeystream.serve.reading.KafkaUnavailable;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PlacesTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Places places = new Places("questions", 2);
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void close() {
        places.close();
    }

    private String held() throws InterruptedException {
        released.await();
        return "done";
    }

    private static Refusal refusal(CompletableFuture<?> result) {
        Throwable failure = catchThrowable(() -> result.get(20, TimeUnit.SECONDS));
        assertThat(failure.getCause()).isInstanceOf(Refusal.class);
        return (Refusal) Objects.requireNonNull(failure.getCause());
    }

    @Test
    void who_finds_all_taken_is_told_to_come_again_and_then_finds_one() throws Exception {
        CompletableFuture<String> one = places.take(LONG, this::held);
        CompletableFuture<String> two = places.take(LONG, this::held);

        assertThatThrownBy(() -> places.take(LONG, this::held)).isInstanceOfSatisfying(Refusal.class, full -> {
            assertThat(full.problem().status()).isEqualTo(429);
            assertThat(full.problem().headers()).containsKey("Retry-After");
        });

        released.countDown();
        assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(two.get(20, TimeUnit.SECONDS)).isEqualTo("done");
        while (places.taken() > 0) {
            Thread.onSpinWait();
        }
        assertThat(places.take(LONG, () -> "again").get(20, TimeUnit.SECONDS)).isEqualTo("again");
    }

    @Test
    void work_that_takes_too_long_is_given_up_and_its_place_is_free() throws Exception {
        Refusal refusal = refusal(places.take(Duration.ofMillis(20), this::held));

        assertThat(refusal.problem().status()).isEqualTo(503);
        assertThat(refusal.problem().title()).isEqualTo("Given Up");
        while (places.taken() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_server_that_stops_gives_up_what_is_under_way_and_takes_nothing_more() {
        CompletableFuture<String> held = places.take(LONG, this::held);

        places.close();

        assertThat(refusal(held).problem().title()).isEqualTo("Stopping");
        assertThatThrownBy(() -> places.take(LONG, this::held)).hasMessageContaining("about to stop");
    }

    @Test
    void what_is_away_is_an_answer_and_a_surprise_stays_one() {
        assertThat(refusal(places.take(LONG, () -> {
                            throw new KafkaUnavailable("Kafka does not answer");
                        }))
                        .problem()
                        .status())
                .isEqualTo(503);
        assertThat(refusal(places.take(LONG, () -> {
                            throw new TimeoutException("no metadata");
                        }))
                        .problem()
                        .headers())
                .containsKey("Retry-After");
        assertThatThrownBy(() -> places.take(LONG, () -> {
                            throw new IllegalStateException("a surprise");
                        })
                        .get(20, TimeUnit.SECONDS))
                .hasRootCauseMessage("a surprise");
    }
}
