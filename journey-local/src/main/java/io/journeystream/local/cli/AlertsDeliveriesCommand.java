package io.journeystream.local.cli;

import io.journeystream.alerts.Delivery;
import io.journeystream.alerts.DeliveryStatus;
import io.journeystream.local.alerts.DeliveriesPage;
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

/** {@code ./journey alerts deliveries}: what was told whom. */
@Command(
        name = "deliveries",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Lists the notices of the last 30 days: what was told whom, what waits and what is dead, and why. Reads"
                    + " journey.deliveries.v1.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also if there are none",
            "1:failed; one sentence on standard error says why and what to do",
            "2:wrong usage"
        })
final class AlertsDeliveriesCommand implements Callable<Integer> {
    private static final Clock CLOCK = Clock.systemUTC();

    private final Console console;

    @Option(names = "--subscription", paramLabel = "ID", description = "Only of this one.")
    private @Nullable String subscription;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = When.Converter.class,
            description = "Due from then on: an instant, or how long ago, such as 1d.")
    private @Nullable When since;

    @Option(names = "--undelivered", description = "Only what waits or is dead.")
    private boolean undelivered;

    @Mixin
    private final AnswerOptions answer = new AnswerOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    AlertsDeliveriesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Delivery> wanted = new AlertWork(connection.read(), CLOCK)
                .deliveries().stream()
                        .filter(this::isWanted)
                        .sorted(Comparator.comparing(Delivery::getDueAt).thenComparing(Delivery::getNotice))
                        .toList();
        if (answer.isJson()) {
            RecordRows.json(Set.of(), wanted).forEach(console.out()::print);
        } else {
            DeliveriesPage.lines(wanted, CLOCK.instant()).forEach(console.out()::println);
        }
        console.out().flush();
        return ExitCodes.DONE;
    }

    private boolean isWanted(Delivery delivery) {
        return (subscription == null || subscription.equals(delivery.getSubscription()))
                && (since == null || !delivery.getDueAt().isBefore(since.at(CLOCK.instant())))
                && (!undelivered || delivery.getStatus() != DeliveryStatus.DELIVERED);
    }
}
