package io.journeystream.local.services;

import io.journeystream.runtime.configuration.Kinds;
import io.journeystream.runtime.configuration.Setting;
import java.util.List;

/** Settings of health and metrics. */
public final class MonitoringKeys {
    public static final Setting<Long> PORT = Setting.of(
            "monitoring.port",
            Kinds.wholeNumber(0, 65_535),
            "Port for /health/live, /health/ready and /metrics of a service without other HTTP; 0 for a free one; without"
                    + " it there is none. Flag --monitoring-port.");

    public static final Setting<String> HOST = new Setting<>(
            "monitoring.host",
            Kinds.text("a name or address of this machine"),
            "127.0.0.1",
            "Where that port listens; 0.0.0.0 for all addresses of the machine. Everybody who reaches it may read.");

    public static final Setting<Long> READY_LAG = new Setting<>(
            "monitoring.ready-lag",
            Kinds.wholeNumber(1, Long.MAX_VALUE),
            "100000",
            "With more records than this still to process, streams is not ready.");

    /** In the order of the reference. */
    public static final List<Setting<?>> ALL = List.of(PORT, HOST, READY_LAG);

    private MonitoringKeys() {}
}
