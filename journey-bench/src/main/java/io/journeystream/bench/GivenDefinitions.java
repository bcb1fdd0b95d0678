package io.journeystream.bench;

import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.local.demo.DemoDefinitions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Definitions of the simulated organisation, or others that a person gives. */
public final class GivenDefinitions {
    @Option(
            names = "--definitions",
            paramLabel = "journeys.yaml",
            description = "Limits, journey types and alert rules; without it those of ./journey demo.")
    private @Nullable Path file;

    /**
     * What holds.
     *
     * @param command that was given them
     * @throws ParameterException if they have mistakes
     */
    public WrittenDefinitions read(CommandSpec command) {
        if (file == null) {
            return DemoDefinitions.standard();
        }
        Reading reading = DefinitionsFile.read(file);
        if (reading instanceof Reading.Read read) {
            return read.written();
        }
        throw new ParameterException(
                command.commandLine(), file + " has mistakes: " + ((Reading.Invalid) reading).mistakes());
    }
}
