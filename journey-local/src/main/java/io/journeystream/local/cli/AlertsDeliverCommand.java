package io.journeystream.local.cli;

import io.journeystream.local.services.DeliverRun;
import io.journeystream.local.services.MonitoringKeys;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./journey alerts deliver}: tells of alerts. */
@Command(
        name = "deliver",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Asks the alert rules at the end of every hour of event time, and tells of alerts whoever has subscribed, until"
                    + " it is stopped. Of several instances one asks and one tells, the others take over. The log goes to"
                    + " standard error.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "1:failed; one sentence on standard error says why and what to do",
            "2:wrong usage",
            "130:stopped with Ctrl-C, cleanly",
            "143:stopped with SIGTERM, cleanly: what was not sent is sent by whoever comes next"
        })
final class AlertsDeliverCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--monitoring-port",
            paramLabel = "PORT",
            description = "Port for health and metrics, 0 for a free one: monitoring.port.")
    private @Nullable String monitoringPort;

    @Override
    public Integer call() throws Exception {
        return Foreground.run(
                new DeliverRun(
                        connection.read(new GivenFlags()
                                .with("--monitoring-port", MonitoringKeys.PORT, monitoringPort)
                                .all()),
                        Clock.systemUTC())::run,
                "stopped; what was not sent is sent by whoever comes next");
    }
}
