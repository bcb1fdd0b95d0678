package io.journeystream.local.cli;

import io.journeystream.local.services.BiKeys;
import io.journeystream.local.services.BiRun;
import io.journeystream.local.services.MonitoringKeys;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./journey bi run}: keeps the star. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Writes the topics into PostgreSQL and keeps it up to date, until it is stopped: every record once, whatever"
                    + " fails. Without bi.jdbc-url a PostgreSQL is started beside, whose data is kept. Of several"
                    + " instances over one database one writes, the others take over. The log goes to standard error.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "1:failed; one sentence on standard error says why and what to do",
            "2:wrong usage",
            "130:stopped with Ctrl-C, cleanly",
            "143:stopped with SIGTERM, cleanly: what was being written is in the database"
        })
final class BiRunCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--from-beginning",
            description = "Empties the star first and reads all topics again, as after topics were made anew.")
    private boolean fromBeginning;

    @Option(names = "--jdbc-url", paramLabel = "URL", description = "PostgreSQL that holds the star: bi.jdbc-url.")
    private @Nullable String jdbcUrl;

    @Option(
            names = "--monitoring-port",
            paramLabel = "PORT",
            description = "Port for health and metrics, 0 for a free one: monitoring.port.")
    private @Nullable String monitoringPort;

    @Override
    public Integer call() throws Exception {
        return Foreground.run(
                new BiRun(
                        connection.read(new GivenFlags()
                                .with("--jdbc-url", BiKeys.JDBC_URL, jdbcUrl)
                                .with("--monitoring-port", MonitoringKeys.PORT, monitoringPort)
                                .all()),
                        fromBeginning,
                        Clock.systemUTC())::run,
                "stopped; what was not written comes with the next start");
    }
}
