package io.journeystream.streams;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.OptionalLong;

/** What one instance of journey health tells its operators; every meter is described in {@code docs/metrics.md}. */
public final class HealthMetrics implements MeterBinder {
    private static final String PREFIX = "journey.health.";

    private final HealthService service;

    HealthMetrics(HealthService service) {
        this.service = service;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(PREFIX + "lag.records", service, HealthMetrics::lag).register(registry);
        Gauge.builder(PREFIX + "waiting", service, HealthService::waiting).register(registry);
        Gauge.builder(PREFIX + "running", service, s -> s.isRunning() ? 1 : 0).register(registry);
        FunctionCounter.builder(PREFIX + "interruptions", service, HealthService::interruptions)
                .register(registry);
    }

    private static double lag(HealthService service) {
        OptionalLong lag = service.knownLag();
        return lag.isPresent() ? lag.getAsLong() : Double.NaN;
    }
}
