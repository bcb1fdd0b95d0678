package io.journeystream.local.cli;

import io.journeystream.alerts.WrittenRule;
import io.journeystream.local.services.AlertWork;
import io.journeystream.local.view.Console;
import io.journeystream.serve.alerts.watch.RuleDesk;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./journey alerts rules}: rules that were written beside those of the definitions. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Lists the rules that were written beside those of journeys.yaml, and who wrote them when. `put` writes one, in"
                    + " the place of one with the same name; `remove` takes it back. Both hold at once, without a restart.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey alerts rules --config journey.properties",
            "  ./journey alerts rules put bot-outage.yaml --config journey.properties",
            "  ./journey alerts rules remove bot-outage --config journey.properties"
        })
final class AlertRulesGroup implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    AlertRulesGroup(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        for (WrittenRule rule : desk(connection).written()) {
            String by = rule.getWrittenBy() == null ? "" : " by " + rule.getWrittenBy();
            console.out().println("# written " + rule.getWrittenAt() + by);
            console.out().println(rule.getContent().strip());
            console.out().println();
        }
        console.out().flush();
        return ExitCodes.DONE;
    }

    static RuleDesk desk(ConnectionOptions connection) {
        return new AlertWork(connection.read(), Clock.systemUTC()).rules();
    }
}
