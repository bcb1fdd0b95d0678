package io.journeystream.runtime.monitoring;

import io.journeystream.runtime.http.HttpService;
import io.journeystream.runtime.http.HttpSettings;

/** Health and metrics of a service that has no other HTTP of its own. Open to all who reach its address. */
public final class MonitoringServer implements AutoCloseable {
    private final HttpService http;

    private MonitoringServer(HttpService http) {
        this.http = http;
    }

    /**
     * Starts to listen.
     *
     * @param metrics stay the caller's to close
     * @throws io.journeystream.runtime.http.CannotListen if the address is taken or not this machine's
     */
    public static MonitoringServer start(HttpSettings settings, Health health, Metrics metrics) {
        MonitoringRoutes monitoring = new MonitoringRoutes(health, metrics);
        return new MonitoringServer(
                HttpService.start("monitoring", settings, routes -> monitoring.addTo(routes, context -> {})));
    }

    public int port() {
        return http.port();
    }

    @Override
    public void close() {
        http.close();
    }
}
