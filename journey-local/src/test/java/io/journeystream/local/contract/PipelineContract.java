package io.journeystream.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.ingest.producing.EventProducer;
import io.journeystream.ingest.producing.ProducerSettings;
import io.journeystream.local.cli.Journey;
import io.journeystream.local.outages.Until;
import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.HttpSchemaRegistry;
import io.journeystream.registry.RegistrySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What holds wherever the pipeline runs: what goes in over HTTP comes out exactly once, as journeys, health and alerts. */
@Timeout(600)
abstract class PipelineContract {
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Pattern ACCEPTED = Pattern.compile("(\\d+) events accepted, (\\d+) refused; ended");

    @TempDir
    private Path directory;

    /** @param directory for what it keeps */
    abstract Deployment deploy(Path directory) throws Exception;

    @Test
    void events_over_http_become_journeys_health_and_alerts_exactly_once_while_streams_is_killed() throws Exception {
        try (Deployment deployment = deploy(directory)) {
            Counts counts = new Counts(deployment);
            put(deployment, "{name: busy, metric: journeys, window: 24h, above: 0, minimum: 1}");
            CompletableFuture<Journey> simulated = CompletableFuture.supplyAsync(() -> simulate(deployment));
            Thread.sleep(8_000); // events have to be on their way when the instance goes
            deployment.replaceStreams();
            long accepted = accepted(simulated.get());

            Journey verified = run(deployment, "verify");
            assertThat(verified.exitCode()).as("%s", verified).isZero();
            assertThat(counts.events()).isGreaterThanOrEqualTo(accepted); // more where a batch was sent again
            assertThat(run(deployment, "health", "--provisional").out()).contains("billing");

            Until.holds(
                    "the star has every journey",
                    SOON,
                    () -> counts.inStar() == counts.journeys(),
                    () -> counts.inStar() + " in the star, " + counts.journeys() + " published");

            tick(deployment, Duration.ofHours(2));
            Until.holds(
                    "an alert fires",
                    SOON,
                    () -> run(deployment, "alerts", "list").out().contains("busy"),
                    () -> run(deployment, "alerts", "list", "--all").toString());
        }
    }

    private Journey simulate(Deployment deployment) {
        try {
            Path key = Files.writeString(directory.resolve("key"), deployment.key());
            return Journey.run(
                    "simulate",
                    "--to",
                    deployment.ingest().toString(),
                    "--key-file",
                    key.toString(),
                    "--since",
                    "4d",
                    "--issues",
                    "150",
                    "--for",
                    "20s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes twice is accepted, too. */
    private static long accepted(Journey simulated) {
        assertThat(simulated.exitCode()).as("%s", simulated).isZero();
        Matcher ended = ACCEPTED.matcher(simulated.err());
        assertThat(ended.find()).as("%s", simulated).isTrue();
        long accepted = Long.parseLong(ended.group(1));
        assertThat(accepted).isGreaterThan(1_000);
        return accepted;
    }

    private void put(Deployment deployment, String rule) throws Exception {
        Path file = Files.writeString(directory.resolve("rule.yaml"), rule);
        Journey put = run(deployment, "alerts", "rules", "put", file.toString());
        assertThat(put.exitCode()).as("%s", put).isZero();
    }

    /** Time passes for whoever waits for the end of an hour. */
    private static void tick(Deployment deployment, Duration ahead) {
        Clock clock = Clock.systemUTC();
        var registry = new CachingRegistry(new HttpSchemaRegistry(RegistrySettings.of(deployment.registryUrl())));
        try (EventProducer producer =
                EventProducer.connect(ProducerSettings.of(deployment.bootstrapServers()), registry, clock)) {
            producer.tick(clock.instant().plus(ahead), "contract");
            producer.flush();
        }
    }

    private static Journey run(Deployment deployment, String... command) {
        return Journey.run(Stream.concat(
                        Stream.of(command),
                        Stream.of(
                                "--bootstrap-server",
                                deployment.bootstrapServers(),
                                "--registry",
                                deployment.registryUrl(),
                                "--set",
                                "streams.future-tolerance=" + Deployment.FUTURE_TOLERANCE))
                .toArray(String[]::new));
    }
}
