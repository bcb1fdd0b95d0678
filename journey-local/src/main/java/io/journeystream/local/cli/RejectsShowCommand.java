package io.journeystream.local.cli;

import io.journeystream.ingest.rejects.Address;
import io.journeystream.ingest.rejects.RejectLog;
import io.journeystream.ingest.rejects.StoredReject;
import io.journeystream.local.rejects.RejectPage;
import io.journeystream.local.services.StartUp;
import io.journeystream.local.view.Console;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./journey rejects show}: one reject, whole. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Shows all there is to one reject, its payload whole: JSON one value a line with a mark at the field at"
                    + " fault, other text as it is, anything else in hex; of records of topics also what their Avro says.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed, or there is no such reject", "2:wrong usage"})
final class RejectsShowCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            description = "Partition and offset, as the list shows them, such as 0:17.")
    private @Nullable Address address;

    @Mixin
    private final ConnectionOptions options = new ConnectionOptions();

    @Option(
            names = "--payload",
            paramLabel = "FILE",
            description = "Only writes the payload, byte by byte, to that file, or to standard output if it is -.")
    private @Nullable Path payload;

    RejectsShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Connection connection = Connection.of(options.read());
        SchemaRegistry registry = StartUp.recordRegistry(connection);
        StoredReject stored;
        try (RejectLog log = new RejectLog(connection.properties(ClientKind.CONSUMER), registry)) {
            stored = RejectLookUp.at(log, Objects.requireNonNull(address));
        }
        if (payload == null) {
            new RejectPage(registry).lines(stored).forEach(console.out()::println);
        } else if (payload.toString().equals("-")) {
            console.out().flush();
            System.out.write(stored.payload());
            System.out.flush();
        } else {
            Files.write(payload, stored.payload());
        }
        return ExitCodes.DONE;
    }
}
