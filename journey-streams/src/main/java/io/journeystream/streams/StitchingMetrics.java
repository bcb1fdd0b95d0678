package io.journeystream.streams;

import io.journeystream.rejects.RejectReason;
import io.journeystream.streams.imports.ImportState;
import io.journeystream.streams.imports.WaitingImport;
import io.journeystream.streams.ledger.Count;
import io.journeystream.streams.ledger.LedgerView;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one instance of stitching tells its operators; every meter is described in {@code docs/metrics.md}. */
public final class StitchingMetrics implements MeterBinder {
    private static final String PREFIX = "journey.streams.";
    private static final double MILLIS = 1000.0;

    private final StitchingService service;
    private final Clock clock;
    private final Figures figures;
    private @Nullable MultiGauge imports;

    StitchingMetrics(StitchingService service, Clock clock) {
        this.service = service;
        this.clock = clock;
        this.figures = new Figures(service::state, this::showImports, System::nanoTime);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counters(registry);
        rejected(registry);
        ledger(registry);
        time(registry);
        present(registry);
        imports = MultiGauge.builder(PREFIX + "import.waiting").register(registry);
    }

    private void counters(MeterRegistry registry) {
        counter(registry, "received", Tags.empty(), Count.RECEIVED);
        counter(registry, "imported", Tags.empty(), Count.IMPORTED);
        counter(registry, "routed", Tags.of("direction", "out"), Count.ROUTED_OUT);
        counter(registry, "routed", Tags.of("direction", "in"), Count.ROUTED_IN);
        counter(registry, "processed", Tags.empty(), Count.PROCESSED);
        counter(registry, "duplicates", Tags.empty(), Count.DUPLICATES);
        counter(registry, "discarded", Tags.empty(), Count.DISCARDED);
        counter(registry, "ignored.ticks", Tags.empty(), Count.IGNORED_TICKS);
        counter(registry, "published", Tags.empty(), Count.PUBLISHED);
        counter(registry, "superseded", Tags.empty(), Count.SUPERSEDED);
        counter(registry, "erased", Tags.empty(), Count.ERASED);
        counter(registry, "erased.journeys", Tags.empty(), Count.ERASED_JOURNEYS);
        counter(registry, "united", Tags.empty(), Count.UNITED);
        counter(registry, "not.united", Tags.empty(), Count.NOT_UNITED);
        counter(registry, "identity.messages", Tags.empty(), Count.MESSAGES_OUT);
        counter(registry, "hops", Tags.empty(), Count.HOPS);
        FunctionCounter.builder(PREFIX + "interruptions", service, StitchingService::interruptions)
                .register(registry);
    }

    private void rejected(MeterRegistry registry) {
        for (RejectReason reason : RejectReason.values()) {
            Count.ofRefusal(reason)
                    .ifPresent(count -> counter(registry, "rejected", Tags.of("reason", reason.name()), count));
        }
    }

    private void counter(MeterRegistry registry, String name, Tags tags, Count count) {
        FunctionCounter.builder(PREFIX + name, figures, f -> f.increase(count))
                .tags(tags)
                .register(registry);
    }

    private void ledger(MeterRegistry registry) {
        ledger(registry, "received", LedgerView::received);
        ledger(registry, "processed", LedgerView::processed);
        ledger(registry, "duplicates", LedgerView::duplicates);
        ledger(registry, "rejected", LedgerView::rejected);
        ledger(registry, "kept_aside", LedgerView::keptAside);
        ledger(registry, "discarded", LedgerView::discarded);
    }

    private void ledger(MeterRegistry registry, String count, ToDoubleFunction<LedgerView> value) {
        Gauge.builder(PREFIX + "ledger.events", figures, f -> value.applyAsDouble(f.view()))
                .tags("count", count)
                .register(registry);
    }

    private void time(MeterRegistry registry) {
        gauge(registry, "watermark.seconds", f -> f.watermark() / MILLIS);
        gauge(registry, "event.lag.seconds", f -> (clock.millis() - f.watermark()) / MILLIS);
        Gauge.builder(PREFIX + "lag.records", service, s -> lag(s)).register(registry);
    }

    private static double lag(StitchingService service) {
        OptionalLong lag = service.knownLag();
        return lag.isPresent() ? lag.getAsLong() : Double.NaN;
    }

    private void present(MeterRegistry registry) {
        gauge(registry, "customers", f -> f.view().customers());
        gauge(registry, "conflicts", f -> f.view().get(Count.CONFLICTS));
        gauge(registry, "hubs", f -> f.view().get(Count.HUBS));
        gauge(registry, "contacts", f -> f.view().get(Count.CONTACTS));
        gauge(registry, "contacts.weak", f -> f.view().get(Count.WEAK_CONTACTS));
        clusters(registry, "1", Count.CLUSTERS_OF_1);
        clusters(registry, "2", Count.CLUSTERS_OF_2);
        clusters(registry, "3-5", Count.CLUSTERS_OF_3_TO_5);
        clusters(registry, "6-10", Count.CLUSTERS_OF_6_TO_10);
        clusters(registry, "11-100", Count.CLUSTERS_OF_11_TO_100);
        clusters(registry, "101-1000", Count.CLUSTERS_OF_101_TO_1000);
        clusters(registry, "1001+", Count.CLUSTERS_OF_MORE);
        gauge(registry, "clusters.changed", f -> f.view().get(Count.PENDING));
        gauge(registry, "partitions.sweeping", f -> f.view().get(Count.SWEEPING));
        gauge(registry, "routed.share", f -> ofReceived(f.view(), Count.ROUTED_OUT));
        gauge(registry, "hops.per.event", f -> ofReceived(f.view(), Count.HOPS));
        gauge(registry, "staged", f -> f.view().get(Count.STAGED));
        gauge(registry, "merging", f -> f.view().get(Count.MERGING));
        gauge(registry, "partitions", Figures::partitions);
        Gauge.builder(PREFIX + "running", service, s -> s.isRunning() ? 1 : 0).register(registry);
    }

    private void gauge(MeterRegistry registry, String name, ToDoubleFunction<Figures> value) {
        Gauge.builder(PREFIX + name, figures, value).register(registry);
    }

    private void clusters(MeterRegistry registry, String identifiers, Count count) {
        Gauge.builder(PREFIX + "clusters", figures, f -> f.view().get(count))
                .tags("identifiers", identifiers)
                .register(registry);
    }

    private static double ofReceived(LedgerView view, Count count) {
        return view.received() == 0 ? Double.NaN : (double) view.get(count) / view.received();
    }

    /** An import that has ended and is merged is over, and of no more interest. */
    private void showImports(LocalState state) {
        MultiGauge shown = imports;
        if (shown == null) {
            return;
        }
        Map<Tags, Long> waiting = state.imports().stream()
                .filter(i -> i.state() == ImportState.OPEN || i.waiting() > 0)
                .collect(Collectors.groupingBy(
                        i -> Tags.of("import", i.id(), "state", i.state().name()),
                        Collectors.summingLong(WaitingImport::waiting)));
        Stream<MultiGauge.Row<?>> rows =
                waiting.entrySet().stream().map(row -> MultiGauge.Row.of(row.getKey(), row.getValue()));
        List<MultiGauge.Row<?>> all = rows.collect(Collectors.toList());
        shown.register(all, true);
    }
}
