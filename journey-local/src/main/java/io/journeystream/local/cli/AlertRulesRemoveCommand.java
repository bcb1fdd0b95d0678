package io.journeystream.local.cli;

import io.journeystream.local.Failure;
import io.journeystream.local.view.Console;
import io.journeystream.serve.alerts.watch.RuleDesk;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./journey alerts rules remove}: a rule that was written holds no more. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Takes back a rule that was written; one of the same name in journeys.yaml holds again. What it fires is over.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is taken back", "1:failed, or there is none of that name", "2:wrong usage"})
final class AlertRulesRemoveCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "NAME", description = "Of the rule.")
    private @Nullable String name;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    AlertRulesRemoveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        String which = Objects.requireNonNull(name);
        RuleDesk desk = AlertRulesGroup.desk(connection);
        if (desk.written().stream().noneMatch(rule -> rule.getName().equals(which))) {
            throw new Failure("no rule " + which + " was written beside the definitions; ./journey alerts rules lists"
                    + " those that were");
        }
        desk.takeBack(which);
        console.out().println("the rule " + which + " is taken back");
        console.out().flush();
        return ExitCodes.DONE;
    }
}
