package io.journeystream.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.runtime.http.Problem;
import io.journeystream.runtime.http.Refusal;
import io.journeystream.serve.reading.KafkaUnavailable;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class UnavailableTest {

    @Test
    void a_command_that_may_have_been_kept_is_named_so_that_it_can_be_sent_again() {
        RuntimeException failure =
                Unavailable.ofCommand("c-1", new CompletionException(new KafkaUnavailable("Kafka does not answer")));

        assertThat(failure).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(503);
            assertThat(refusal.problem().members()).containsEntry("id", "c-1");
            assertThat(refusal.problem().headers()).containsKey("Retry-After");
        });
    }

    @Test
    void what_waiting_would_not_mend_stays_as_it_is() {
        Refusal conflict = new Refusal(Problem.of(409, "Another Command", "it is another"));

        assertThat(Unavailable.ofCommand("c-1", conflict)).isSameAs(conflict);
        assertThat(Unavailable.ofCommand("c-1", new IllegalStateException("a surprise")))
                .hasMessage("a surprise");
    }
}
