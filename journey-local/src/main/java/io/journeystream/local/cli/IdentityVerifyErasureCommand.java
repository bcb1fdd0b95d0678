package io.journeystream.local.cli;

import io.journeystream.local.erasure.ErasurePage;
import io.journeystream.local.erasure.ErasureSearch;
import io.journeystream.local.erasure.ReceiptFile;
import io.journeystream.local.erasure.StateSearch;
import io.journeystream.local.erasure.TopicTrace;
import io.journeystream.local.view.Console;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.serve.erasure.OwnTopics;
import io.journeystream.serve.erasure.Receipt;
import io.journeystream.serve.erasure.TopicCare;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./journey identity verify-erasure}: looks for what may be left of an erased customer. */
@Command(
        name = "verify-erasure",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Checks that a receipt is as it was written, and looks for its identifiers in every topic of ours and every"
                    + " changelog of streams, from the beginning to the end. Says what is left, and until when what only"
                    + " Kafka can remove stays.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is left but what Kafka removes by itself, which is listed",
            "1:something is left, or failed",
            "2:wrong usage",
            "3:nothing was found, but some records cannot be read, so that nobody knows whom they name"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey identity verify-erasure erasure-4711.json \\",
            "      --bootstrap-server localhost:9092 --registry http://localhost:8081"
        })
final class IdentityVerifyErasureCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RECEIPT", description = "The file that erase has written.")
    private Path file = Path.of("");

    @Option(
            names = "--state-directory",
            paramLabel = "DIRECTORY",
            description = "Local state of streams on this machine, to be searched too; may be given again and again."
                    + " Stop streams before: what it has deleted may still be there until it has written that down.")
    private List<Path> states = new ArrayList<>();

    @Mixin
    private final IdentityOptions options = new IdentityOptions();

    IdentityVerifyErasureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Receipt receipt = ReceiptFile.read(file);
        List<TopicTrace> traces = new ArrayList<>(topics(receipt));
        states.forEach(directory -> traces.addAll(StateSearch.search(directory, receipt)));
        ErasurePage.found(receipt, traces).forEach(console.out()::println);
        if (traces.stream().anyMatch(TopicTrace::isLeft)) {
            return ExitCodes.FAILED;
        }
        return traces.stream().anyMatch(trace -> trace.unreadable() > 0) ? ExitCodes.INCOMPLETE : ExitCodes.DONE;
    }

    private List<TopicTrace> topics(Receipt receipt) throws InterruptedException {
        IdentityOptions.Settings settings = options.read();
        try (Admin admin = Admin.create(settings.connection().properties(ClientKind.ADMIN))) {
            ErasureSearch search = new ErasureSearch(
                    settings.connection().properties(ClientKind.CONSUMER),
                    settings.registry(),
                    settings::spelt,
                    sentence -> console.err().println(sentence));
            OwnTopics own = new OwnTopics(admin, settings.applicationId());
            List<TopicCare> topics = own.read();
            return search.search(receipt, topics, own.read(topics));
        }
    }
}
