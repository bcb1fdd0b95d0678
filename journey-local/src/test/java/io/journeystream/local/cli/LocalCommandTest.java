package io.journeystream.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.journeys.Journey;
import io.journeystream.local.stitching.Published;
import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.HttpSchemaRegistry;
import io.journeystream.registry.RegistrySettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everything in one process: an event goes in over HTTP, its journey comes out of Kafka. */
@Timeout(240)
class LocalCommandTest {
    private static final int TERMINATED = 143;
    private static final Pattern ADDRESSES =
            Pattern.compile("events +(\\S+)\\s+Kafka +(\\S+)\\s+schema registry +(\\S+)\\s");

    @TempDir
    private Path directory;

    @Test
    void an_event_over_http_becomes_a_journey() throws Exception {
        try (ServiceProcess local =
                ServiceProcess.start(directory, "local", "--port", "0", "--kafka-port", "0", "--registry-port", "0")) {
            local.awaitSaid("Stop it with Ctrl-C");
            Matcher addresses = ADDRESSES.matcher(local.out());
            assertThat(addresses.find()).as(local.out()).isTrue();

            assertThat(IngestCommandTest.post(URI.create(addresses.group(1))).statusCode())
                    .isEqualTo(202);

            assertThat(firstJourney(addresses.group(2), addresses.group(3)).getContactCount())
                    .isEqualTo(1);
            assertThat(local.terminate()).isEqualTo(TERMINATED);
        }
    }

    private static Journey firstJourney(String bootstrapServers, String registryUrl) throws InterruptedException {
        for (long start = System.nanoTime(); System.nanoTime() - start < TimeUnit.SECONDS.toNanos(60); ) {
            List<Journey> journeys = new ArrayList<>();
            Published.read(
                    bootstrapServers,
                    new CachingRegistry(new HttpSchemaRegistry(RegistrySettings.of(registryUrl))),
                    journeys::add);
            if (!journeys.isEmpty()) {
                return journeys.get(0);
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no journey came within a minute");
    }
}
