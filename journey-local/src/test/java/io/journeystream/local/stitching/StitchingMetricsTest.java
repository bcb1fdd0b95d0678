package io.journeystream.local.stitching;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.events.ChannelEvent;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.streams.HealthService;
import io.journeystream.streams.StitchingService;
import io.journeystream.streams.StitchingSettings;
import io.journeystream.streams.health.HealthPace;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StitchingMetricsTest {
    private static final Path PAGE = Path.of("../docs/metrics.md");
    private static final Clock CLOCK =
            Clock.fixed(Instant.ofEpochMilli(Producing.BEGIN + 2 * Producing.DAY), ZoneOffset.UTC);

    @Test
    void what_is_told_is_what_the_page_describes_and_what_happened(@TempDir Path directory) throws Exception {
        try (LocalStack stack = LocalStack.start(StackSettings.temporary());
                Producing producing = new Producing(stack);
                StitchingService stitching = new StitchingService(
                        StitchingSettings.of(stack.bootstrapServers(), directory),
                        StandingDefinitions.STANDARD,
                        stack.schemaRegistry());
                HealthService health = new HealthService(
                        StitchingSettings.of(stack.bootstrapServers(), directory),
                        StandingDefinitions.STANDARD,
                        stack.schemaRegistry(),
                        HealthPace.STANDARD)) {
            assertThat(stitching.readiness(10).isReady()).isFalse();
            PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            stitching.metrics(CLOCK).bindTo(registry);
            health.metrics().bindTo(registry);
            stitching.start();
            health.start();
            assertThat(stitching.awaitDrained(Duration.ofSeconds(60))).isTrue();
            registry.scrape(); // counts begin with the first look

            ChannelEvent call = producing.call("ada", 0);
            producing.call("bob", Producing.DAY);
            producing.again(call);
            producing.importedCall("export-1", "cyd", 0);
            producing.bytes("not avro");
            producing.flush();
            assertThat(stitching.awaitDrained(Duration.ofSeconds(60))).isTrue();
            assertThat(health.awaitDrained(Duration.ofSeconds(60))).isTrue();
            Thread.sleep(1_100); // figures are a second old at most
            registry.scrape(); // an import that this look finds is told from the next on

            String told = registry.scrape();
            assertThat(names(told)).isEqualTo(described());
            assertThat(told)
                    .contains("journey_streams_received_total 5.0")
                    .contains("journey_streams_processed_total 2.0")
                    .contains("journey_streams_duplicates_total 1.0")
                    .contains("journey_streams_rejected_total{reason=\"UNDECODABLE\"} 1.0")
                    .contains("journey_streams_import_waiting{import=\"export-1\",state=\"OPEN\"} 1.0")
                    .contains("journey_streams_clusters{identifiers=\"1\"} 2.0")
                    .contains("journey_streams_partitions_sweeping 0.0")
                    .contains("journey_health_running 1.0", "journey_health_lag_records 0.0")
                    .contains("journey_health_waiting 0.0")
                    .contains("journey_streams_contacts 2.0")
                    .contains("journey_streams_contacts_weak 0.0")
                    .contains("journey_streams_ledger_events{count=\"kept_aside\"} 1.0");
            assertThat(stitching.readiness(10).reasons()).isEmpty();
            assertThat(stitching.readiness(10).isReady()).isTrue();
        }
    }

    private static Set<String> names(String scraped) {
        return found(Pattern.compile("(?m)^# TYPE (journey_(?:streams|health)_[a-z_]+) "), scraped);
    }

    private static Set<String> described() throws IOException {
        return found(Pattern.compile("(?m)^\\| `(journey_(?:streams|health)_[a-z_]+)`"), Files.readString(PAGE));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult m) -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
