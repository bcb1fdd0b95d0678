package io.journeystream.runtime.monitoring;

import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the requests that a service has answered, by status. */
public final class RequestCount {
    private final MeterRegistry registry;
    private final String name;

    /** @param service as its meters call it: those of {@code ingest} are {@code journey.ingest.requests} */
    public RequestCount(Metrics metrics, String service) {
        this.registry = metrics.registry();
        this.name = "journey." + service + ".requests";
    }

    /** Counts all requests to these routes, and those that find none. */
    public void addTo(RoutesConfig routes) {
        routes.after(context -> count(context.statusCode()));
    }

    private void count(int status) {
        Counter.builder(name)
                .description("Requests answered, by status")
                .tag("status", Integer.toString(status))
                .register(registry)
                .increment();
    }
}
