package io.journeystream.local.cli;

import io.journeystream.local.services.AlertWork;
import io.journeystream.local.view.Console;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./journey subscriptions remove}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Takes back a subscription or a silence. What still waits to be sent for it is given up, also that an alert is"
                    + " over.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it does not hold any more",
            "1:failed, and nothing has changed unless it says so; it says why and what to do",
            "2:wrong usage"
        })
final class SubscriptionsRemoveCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "ID", description = "Which one.")
    private String id = "";

    @Mixin
    private final TeamOptions team = new TeamOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    SubscriptionsRemoveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        AlertWork work = new AlertWork(connection.read(), Clock.systemUTC());
        TeamOptions.refuse(id, work.desk().remove(id, team.ownership()));
        console.out().println(id + " does not hold any more");
        console.out().flush();
        return ExitCodes.DONE;
    }
}
