package io.journeystream.local.cli;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.local.alerts.AlertsPage;
import io.journeystream.local.health.RecordRows;
import io.journeystream.local.services.AlertWork;
import io.journeystream.local.view.Console;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./journey alerts list}: what fires. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {"Lists the alerts that fire and those that are pending. Reads journey.alerts.v1.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also if there are none",
            "1:failed; one sentence on standard error says why and what to do",
            "2:wrong usage"
        })
final class AlertsListCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            split = ",",
            description = "Only of journeys of this type; may be given again and again.")
    private Set<String> types = new LinkedHashSet<>();

    @Option(names = "--team", paramLabel = "TEAM", description = "Only of journeys that this team owns.")
    private @Nullable String team;

    @Option(names = "--all", description = "Those that are over, too.")
    private boolean all;

    @Mixin
    private final AnswerOptions answer = new AnswerOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    AlertsListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        AlertWork work = new AlertWork(connection.read(), Clock.systemUTC());
        List<Alert> wanted = work.alerts().stream()
                .filter(this::isWanted)
                .sorted(AlertsPage.ORDER)
                .toList();
        if (!types.isEmpty()) {
            TypeWarnings.tell(console, "--type", types, work.definitions().definitions());
        }
        if (answer.isJson()) {
            RecordRows.json(Set.of(), wanted).forEach(console.out()::print);
        } else {
            AlertsPage.lines(wanted).forEach(console.out()::println);
        }
        console.out().flush();
        return ExitCodes.DONE;
    }

    private boolean isWanted(Alert alert) {
        return (types.isEmpty() || types.contains(alert.getType()))
                && (team == null || team.equals(alert.getTeam()))
                && (all || alert.getStatus() != AlertStatus.RESOLVED);
    }
}
