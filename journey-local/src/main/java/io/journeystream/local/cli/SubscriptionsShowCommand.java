package io.journeystream.local.cli;

import io.journeystream.alerts.WrittenSubscription;
import io.journeystream.local.services.AlertWork;
import io.journeystream.local.view.Console;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./journey subscriptions show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {"Shows a subscription or silence as it was written, so that it can be changed and put again.", ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; one sentence on standard error says why and what to do", "2:wrong usage"})
final class SubscriptionsShowCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "ID", description = "Which one.")
    private String id = "";

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    SubscriptionsShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Collection<WrittenSubscription> all =
                new AlertWork(connection.read(), Clock.systemUTC()).desk().all();
        WrittenSubscription found = all.stream()
                .filter(each -> each.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> TeamOptions.unknown(
                        id,
                        all.stream().map(WrittenSubscription::getId).sorted().toList()));
        console.out()
                .println("# written " + found.getWrittenAt() + " by "
                        + (found.getWrittenBy() == null ? "somebody" : found.getWrittenBy()));
        console.out().println(found.getContent().stripTrailing());
        console.out().flush();
        return ExitCodes.DONE;
    }
}
