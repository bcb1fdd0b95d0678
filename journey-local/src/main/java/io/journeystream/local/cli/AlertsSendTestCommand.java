package io.journeystream.local.cli;

import io.journeystream.alerts.WrittenSubscription;
import io.journeystream.local.Failure;
import io.journeystream.local.services.AlertTargets;
import io.journeystream.local.services.AlertWork;
import io.journeystream.local.view.Console;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.serve.alerts.delivery.TestNotice;
import io.journeystream.serve.alerts.subscriptions.Subscription;
import io.journeystream.serve.alerts.targets.Sent;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./journey alerts send-test}: whether notices arrive. */
@Command(
        name = "send-test",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Sends a notice that says that it is a test to the target of a subscription, once and now, from this machine and"
                    + " with the secrets that are found here, and tells what the target said.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the target has taken it",
            "1:it has not; one sentence on standard error says why and what to do",
            "2:wrong usage"
        })
final class AlertsSendTestCommand implements Callable<Integer> {
    private static final Clock CLOCK = Clock.systemUTC();

    private final Console console;

    @Parameters(paramLabel = "SUBSCRIPTION", description = "Its id.")
    private String id = "";

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    AlertsSendTestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Configuration configuration = connection.read();
        Subscription subscription =
                find(new AlertWork(configuration, CLOCK).desk().all());
        try (AlertTargets targets = new AlertTargets(configuration, CLOCK)) {
            refuse(TestNotice.send(subscription, targets, CLOCK.instant()));
        }
        console.out().println("the target of " + id + " has taken a test notice");
        console.out().flush();
        return ExitCodes.DONE;
    }

    private Subscription find(Collection<WrittenSubscription> all) {
        var entries = AlertWork.entries(all);
        String mistakes = entries.unreadable().get(id);
        if (mistakes != null) {
            throw new Failure(id + " means nothing, so nobody is told anything by it: " + mistakes);
        }
        return entries.subscription(id)
                .orElseThrow(() -> TeamOptions.unknown(
                        id,
                        entries.subscriptions().stream().map(Subscription::id).toList()));
    }

    private static void refuse(Sent sent) {
        if (sent instanceof Sent.Failed failed) {
            throw new Failure("the target has not taken it, which may work later: " + failed.why());
        }
        if (sent instanceof Sent.Refused refused) {
            throw new Failure("the target has not taken it, and will not as long as nothing changes: " + refused.why());
        }
    }
}
