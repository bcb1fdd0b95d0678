package io.journeystream.local.cli;

import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.local.Failure;
import io.journeystream.local.identity.IdentityLog;
import io.journeystream.local.identity.JourneyReasonsPage;
import io.journeystream.local.view.Console;
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
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "JOURNEY", description = "Its id, as in journey.journeys.v1: j_ and 20 hex digits.")
    private String journeyId = "";

    @Mixin
    private final IdentityOptions options = new IdentityOptions();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        IdentityOptions.Settings settings = options.read();
        try (IdentityLog log = settings.log(console)) {
            Journey journey = log.journey(journeyId)
                    .orElseThrow(() -> new Failure("journey.journeys.v1 has no journey " + journeyId
                            + ": is the id right, and has streams published it?"));
            if (journey.getStatus() == JourneyStatus.SUPERSEDED) {
                console.out()
                        .println(journeyId + " is superseded by " + String.join(", ", journey.getSupersededBy())
                                + ": explain that");
            } else if (journey.getStatus() == JourneyStatus.ERASED) {
                console.out().println(journeyId + " was erased with its customer");
            } else {
                JourneyReasonsPage.lines(log.explain(journey, settings.definitions()))
                        .forEach(console.out()::println);
            }
        }
        return ExitCodes.DONE;
    }
}
