package io.journeystream.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.local.Failure;
import io.journeystream.local.identity.JourneyReasonsPage;
import io.journeystream.local.view.Console;
import io.journeystream.serve.identity.IdentityLog;
import io.journeystream.serve.identity.JourneyExplanation;
import io.journeystream.serve.identity.JourneyExplanation.Erased;
import io.journeystream.serve.identity.JourneyExplanation.Explained;
import io.journeystream.serve.identity.JourneyExplanation.Superseded;
import io.journeystream.serve.identity.JourneyExplanation.Unexplained;
import io.journeystream.serve.identity.JourneyJson;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./journey explain}: why each event is in a journey. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Explains why each event is in a journey: by which identifier it names the customer, and the shortest chain"
                    + " of evidence that ties that to the customer's strongest one. Computed from the topics in Kafka,"
                    + " all of which it reads.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed, or there is no such journey", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey explain j_0123456789abcdef0123 \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081",
            "  ./journey explain j_0123456789abcdef0123 --output json --config journey.properties"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "JOURNEY", description = "Its id, as in journey.journeys.v1: j_ and 20 hex digits.")
    private String journeyId = "";

    @Mixin
    private final IdentityOptions options = new IdentityOptions();

    @Mixin
    private final AnswerOptions answer = new AnswerOptions();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        IdentityOptions.Settings settings = options.read();
        try (IdentityLog log = settings.log(console)) {
            tell(log.explain(journeyId, settings.definitions()));
        }
        return ExitCodes.DONE;
    }

    private void tell(JourneyExplanation explanation) {
        if (explanation instanceof Explained explained) {
            tell(JourneyJson.of(explained.reasons()), JourneyReasonsPage.lines(explained.reasons()));
        } else if (explanation instanceof Superseded superseded) {
            tell(
                    JourneyJson.of(superseded),
                    List.of(journeyId + " is superseded by " + String.join(", ", superseded.by()) + ": explain that"));
        } else if (explanation instanceof Erased erased) {
            tell(JourneyJson.of(erased), List.of(journeyId + " was erased with its customer"));
        } else if (explanation instanceof Unexplained unexplained) {
            throw new Failure(unexplained.why());
        } else {
            throw new Failure("journey.journeys.v1 has no journey " + journeyId
                    + ": is the id right, and has streams published it?");
        }
    }

    private void tell(ObjectNode json, List<String> lines) {
        if (answer.isJson()) {
            console.out().println(json);
        } else {
            lines.forEach(console.out()::println);
        }
    }
}
