package io.journeystream.runtime.monitoring;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.journeystream.runtime.http.Answers;
import io.journeystream.runtime.http.GetRoutes;

/** {@code /health/live}, {@code /health/ready} and {@code /metrics}. */
public final class MonitoringRoutes {
    private static final String OPEN_METRICS = "application/openmetrics-text";
    private static final String OPEN_METRICS_TYPE = OPEN_METRICS + "; version=1.0.0; charset=utf-8";
    private static final String TEXT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final int UP = 200;
    private static final int DOWN = 503;

    private final Health health;
    private final Metrics metrics;

    public MonitoringRoutes(Health health, Metrics metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    /**
     * Adds the three.
     *
     * @param guard runs before metrics are shown, and refuses who may not see them
     */
    public void addTo(RoutesConfig routes, Handler guard) {
        GetRoutes.add(routes, "/health/live", context -> answer(context, health.live()));
        GetRoutes.add(routes, "/health/ready", context -> answer(context, health.ready()));
        GetRoutes.add(routes, "/metrics", context -> {
            guard.handle(context);
            metrics(context);
        });
    }

    private static void answer(Context context, Health.Report report) {
        Answers.json(context, report.isUp() ? UP : DOWN, report.body());
    }

    private void metrics(Context context) {
        String accepted = context.header("Accept");
        String type = accepted != null && accepted.contains(OPEN_METRICS) ? OPEN_METRICS_TYPE : TEXT_TYPE;
        context.contentType(type).result(metrics.scrape(type));
    }
}
