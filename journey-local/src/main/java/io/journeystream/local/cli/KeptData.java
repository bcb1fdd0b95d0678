package io.journeystream.local.cli;

import io.journeystream.definitions.Definitions;
import io.journeystream.local.Failure;
import io.journeystream.local.machine.CannotStart;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.local.view.Console;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.definitions.LaidDownDefinitions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A directory that demo, local or analyze has kept: its Kafka and registry, started for as long as somebody looks. */
final class KeptData implements AutoCloseable {
    /** What the option that names such a directory says of itself. */
    static final String DESCRIPTION =
            "A directory that demo, local or analyze has kept and nobody is using now: its Kafka is started for as long as"
                    + " this takes.";

    /** Of the streams of demo, local and analyze. */
    static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(5);

    private final LocalStack stack;

    private KeptData(LocalStack stack) {
        this.stack = stack;
    }

    /** @throws Failure if there is no such directory, or its Kafka cannot start */
    static KeptData open(Path directory, Console console) {
        refuseOther(directory);
        console.status("starting the Kafka in " + directory + " ...");
        try {
            return new KeptData(LocalStack.start(StackSettings.in(directory)));
        } catch (CannotStart e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    /** A directory of something else would be taken for an empty Kafka, and be written into. */
    private static void refuseOther(Path directory) {
        String found = !Files.isDirectory(directory)
                ? " is no directory"
                : !Files.isDirectory(directory.resolve("kafka")) ? " holds no Kafka" : null;
        if (found != null) {
            throw new Failure(directory + found + ": give one that demo, local or analyze has kept with --data");
        }
    }

    /** Properties of a client of its Kafka. */
    Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", stack.bootstrapServers());
    }

    SchemaRegistry registry() {
        return stack.schemaRegistry();
    }

    /** By which it was computed last. */
    Definitions definitions() {
        return LaidDownDefinitions.inForce(kafka(), registry(), Definitions.STANDARD);
    }

    @Override
    public void close() {
        stack.close();
    }
}
