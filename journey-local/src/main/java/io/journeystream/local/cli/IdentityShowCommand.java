package io.journeystream.local.cli;

import io.journeystream.events.Identifier;
import io.journeystream.local.identity.PortraitPage;
import io.journeystream.local.view.Console;
import io.journeystream.serve.identity.IdentityJson;
import io.journeystream.serve.identity.IdentityLog;
import io.journeystream.serve.identity.Portrait;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./journey identity show}: the customer whom an identifier names. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Shows the customer whom an identifier names: its identifiers, the evidence that ties them, what stands in"
                    + " conflict, what is blocked, and what people have laid down. Computed from the events and commands"
                    + " in Kafka, all of which it reads.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, also if it names nobody", "1:failed", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey identity show account:a1 \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081",
            "  ./journey identity show phone:+442071838750 --output json --config journey.properties"
        })
final class IdentityShowCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "IDENTIFIER",
            converter = IdentifierConverter.class,
            description = "Written type:value, such as account:a1.")
    private @Nullable Identifier identifier;

    @Mixin
    private final IdentityOptions options = new IdentityOptions();

    @Mixin
    private final AnswerOptions answer = new AnswerOptions();

    IdentityShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        IdentityOptions.Settings settings = options.read();
        Identifier meant = settings.meant(identifier);
        try (IdentityLog log = settings.log(console)) {
            Portrait portrait = log.show(meant);
            if (answer.isJson()) {
                console.out().println(IdentityJson.of(portrait));
            } else {
                PortraitPage.lines(portrait).forEach(console.out()::println);
            }
        }
        return ExitCodes.DONE;
    }
}
