package io.journeystream.serve.alerts.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of what is told. */
final class DeliveryMeters {
    private final MeterRegistry registry;
    private volatile boolean active;
    private volatile long waiting;
    private volatile long broken;
    private volatile @Nullable Instant oldest;

    DeliveryMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        for (String outcome : List.of("delivered", "failed", "dead")) {
            counter(outcome);
        }
        Gauge.builder("journey.alerts.delivering", this, meters -> meters.active ? 1 : 0)
                .description("1 where this instance tells of alerts, 0 where it stands by")
                .register(registry);
        Gauge.builder("journey.alerts.waiting", this, meters -> meters.waiting)
                .description("Notices that wait to be sent, or to be sent again")
                .register(registry);
        Gauge.builder("journey.alerts.targets.down", this, meters -> meters.broken)
                .description("Targets that are taken to be down, and only tried now and then")
                .register(registry);
        Gauge.builder("journey.alerts.oldest.waiting", this, meters -> meters.age(clock))
                .description("For how long the oldest of the waiting notices has been due")
                .baseUnit("seconds")
                .register(registry);
    }

    private double age(Clock clock) {
        Instant since = oldest;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
    }

    /** Something has become of a notice. */
    void outcome(Telling telling) {
        switch (telling.status()) {
            case DELIVERED -> counter("delivered").increment();
            case RETRYING -> counter("failed").increment();
            case DEAD -> counter("dead").increment();
        }
    }

    private Counter counter(String outcome) {
        return Counter.builder("journey.alerts.notices")
                .description("Notices by what became of them; failed: each time one has to be sent again")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** How things stand. */
    void stand(boolean isActive, List<Telling> notSent, long targetsDown) {
        active = isActive;
        waiting = notSent.size();
        broken = targetsDown;
        oldest = notSent.stream()
                .map(telling -> telling.notice().at())
                .min(Instant::compareTo)
                .orElse(null);
    }
}
