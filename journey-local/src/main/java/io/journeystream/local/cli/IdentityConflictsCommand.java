package io.journeystream.local.cli;

import io.journeystream.local.identity.ConflictsPage;
import io.journeystream.local.view.Console;
import io.journeystream.serve.identity.Conflicts;
import io.journeystream.serve.identity.IdentityJson;
import io.journeystream.serve.identity.IdentityLog;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./journey identity conflicts}: all evidence that joins nothing. */
@Command(
        name = "conflicts",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Lists the evidence that would make two customers one and does not, because one customer may not hold so many"
                    + " identifiers of a type: two accounts that were seen with one browser. Of each pair of identifiers"
                    + " the earliest. Computed from the events and commands in Kafka, all of which it reads.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, also if there are none", "1:failed", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey identity conflicts \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081",
            "  ./journey identity conflicts --output json --config journey.properties"
        })
final class IdentityConflictsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final IdentityOptions options = new IdentityOptions();

    @Mixin
    private final AnswerOptions answer = new AnswerOptions();

    IdentityConflictsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (IdentityLog log = options.read().log(console)) {
            Conflicts conflicts = log.conflicts();
            if (answer.isJson()) {
                IdentityJson.of(conflicts).forEach(console.out()::println);
            } else if (conflicts.all().isEmpty()) {
                console.out().println("no evidence stands in conflict with a limit");
            } else {
                ConflictsPage.lines(conflicts).forEach(console.out()::println);
            }
        }
        return ExitCodes.DONE;
    }
}
