package io.journeystream.local.cli;

import io.journeystream.alerts.WrittenSubscription;
import io.journeystream.local.alerts.SubscriptionsPage;
import io.journeystream.local.health.RecordRows;
import io.journeystream.local.services.AlertWork;
import io.journeystream.local.view.Console;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./journey subscriptions list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {"Lists subscriptions and silences, and says what each means.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also if there are none",
            "1:failed; one sentence on standard error says why and what to do",
            "2:wrong usage"
        })
final class SubscriptionsListCommand implements Callable<Integer> {
    private static final Clock CLOCK = Clock.systemUTC();

    private final Console console;

    @Option(names = "--team", paramLabel = "TEAM", description = "Only those of this team.")
    private @Nullable String team;

    @Mixin
    private final AnswerOptions answer = new AnswerOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    SubscriptionsListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<WrittenSubscription> wanted = new AlertWork(connection.read(), CLOCK)
                .desk().all().stream()
                        .filter(each -> team == null || each.getTeam().equals(team))
                        .sorted(Comparator.comparing(WrittenSubscription::getId))
                        .toList();
        if (answer.isJson()) {
            RecordRows.json(Set.of(), wanted).forEach(console.out()::print);
        } else {
            SubscriptionsPage.lines(AlertWork.entries(wanted), wanted, CLOCK.instant())
                    .forEach(console.out()::println);
        }
        console.out().flush();
        return ExitCodes.DONE;
    }
}
