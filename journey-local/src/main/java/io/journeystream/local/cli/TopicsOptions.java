package io.journeystream.local.cli;

import io.journeystream.local.services.StartUp;
import io.journeystream.local.sql.StarSource;
import io.journeystream.local.view.Console;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Connection;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose topics are read: those of a running Kafka, or of a directory that was kept. */
final class TopicsOptions {
    @Option(names = "--data", paramLabel = "DIR", description = KeptData.DESCRIPTION)
    private @Nullable Path data;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    /** Does something with topics. */
    @FunctionalInterface
    interface Use {
        void of(StarSource source) throws InterruptedException;
    }

    /** Whether the command line says whose. */
    boolean areGiven() {
        return data != null || connection.isGiven();
    }

    void use(Console console, Use use) throws InterruptedException {
        if (data == null) {
            Connection to = Connection.of(connection.read());
            use.of(new StarSource(to.properties(ClientKind.CONSUMER), StartUp.recordRegistry(to)));
            return;
        }
        try (KeptData kept = KeptData.open(data, console)) {
            use.of(new StarSource(kept.kafka(), kept.registry()));
        }
    }
}
