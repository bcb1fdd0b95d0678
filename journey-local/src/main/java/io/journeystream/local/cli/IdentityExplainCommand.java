package io.journeystream.local.cli;

import io.journeystream.events.Identifier;
import io.journeystream.local.identity.VerdictPage;
import io.journeystream.local.view.Console;
import io.journeystream.serve.identity.IdentityJson;
import io.journeystream.serve.identity.IdentityLog;
import io.journeystream.serve.identity.Verdict;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./journey identity explain}: why two identifiers are one customer or not. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Explains why two identifiers are one customer, by the shortest chain of evidence, or why they are not: the"
                    + " conflict that keeps them apart, that one is blocked, or that nothing connects them. Computed"
                    + " from the events and commands in Kafka, all of which it reads.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, whatever the answer", "1:failed", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey identity explain account:a1 cookie:c7 \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081",
            "  ./journey identity explain account:a1 account:a2 --output json --config journey.properties"
        })
final class IdentityExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "IDENTIFIER",
            converter = IdentifierConverter.class,
            description = "Written type:value, such as account:a1.")
    private @Nullable Identifier one;

    @Parameters(index = "1", paramLabel = "OTHER", converter = IdentifierConverter.class, description = "Likewise.")
    private @Nullable Identifier other;

    @Mixin
    private final IdentityOptions options = new IdentityOptions();

    @Mixin
    private final AnswerOptions answer = new AnswerOptions();

    IdentityExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        IdentityOptions.Settings settings = options.read();
        Identifier from = settings.meant(one);
        Identifier to = settings.meant(other);
        try (IdentityLog log = settings.log(console)) {
            Verdict verdict = log.explain(from, to);
            if (answer.isJson()) {
                console.out().println(IdentityJson.of(verdict));
            } else {
                VerdictPage.lines(verdict).forEach(console.out()::println);
            }
        }
        return ExitCodes.DONE;
    }
}
