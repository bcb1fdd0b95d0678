package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    private Path directory;

    @Test
    void it_shows_journeys_balances_its_ledger_and_goes_on_where_it_ended() {
        String data = directory.resolve("data").toString();

        Journey first = Journey.run("demo", "--for", "6s", "--data", data, "--seed", "3");
        Journey second = Journey.run("demo", "--for", "4s", "--data", data);

        assertThat(first.exitCode()).as("%s", first).isZero();
        assertThat(first.out())
                .contains(
                        "Kafka 127.0.0.1:", "schema registry http://", "billing", "delivery", "happened", "match rate")
                .containsPattern("events received = [0-9,]+ processed");
        assertThat(second.exitCode()).as("%s", second).isZero();
        assertThat(second.out()).contains("going on with seed 3 at ").contains("events received = ");
        assertThat(Path.of(data, "journey.log")).exists();
    }

    @Test
    void a_port_that_is_taken_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            Journey journey = Journey.run("demo", "--for", "1s", "--kafka-port", port);

            assertThat(journey.exitCode()).isEqualTo(ExitCodes.FAILED);
            assertThat(journey.err()).contains("Port " + port).contains("--kafka-port");
        }
    }
}
