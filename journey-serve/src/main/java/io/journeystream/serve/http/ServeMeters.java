package io.journeystream.serve.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** The figures of what was asked. */
final class ServeMeters {
    private final MeterRegistry registry;
    private final Timer reads;

    ServeMeters(MeterRegistry registry) {
        this.registry = registry;
        this.reads = Timer.builder("journey.serve.read")
                .description("Time to answer a question that reads the topics")
                .register(registry);
    }

    void watch(Places reading, Places commands) {
        Gauge.builder("journey.serve.reading", reading, Places::taken)
                .description("Questions that read the topics now")
                .register(registry);
        Gauge.builder("journey.serve.waiting", commands, Places::taken)
                .description("Commands that wait for the answer of streams now")
                .register(registry);
    }

    void read(long nanos) {
        reads.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** @param outcome what became of a command */
    void command(String kind, String outcome) {
        Counter.builder("journey.serve.commands")
                .description("Commands about identity, by what became of them")
                .tag("kind", kind)
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }
}
