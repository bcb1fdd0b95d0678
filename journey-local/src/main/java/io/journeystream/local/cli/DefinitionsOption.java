package io.journeystream.local.cli;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.local.Failure;
import io.journeystream.local.services.EdgeKeys;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.serve.definitions.LaidDownDefinitions;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file given with {@code --definitions}, or what holds without it. */
final class DefinitionsOption {
    private DefinitionsOption() {}

    /** @throws Failure that lists every mistake in the file */
    static WrittenDefinitions read(@Nullable Path file) {
        return file == null ? WrittenDefinitions.STANDARD : written(DefinitionsFile.read(file), file);
    }

    /** What the configuration says, which holds where nobody has laid down any in Kafka. */
    static Definitions in(Configuration configuration) {
        return read(configuration.find(EdgeKeys.DEFINITIONS).orElse(null)).definitions();
    }

    /**
     * Those that were laid down in Kafka, or else what the configuration says.
     *
     * @throws io.journeystream.serve.reading.KafkaUnavailable if Kafka does not answer
     */
    static Definitions inForce(Configuration configuration, Connection connection, SchemaRegistry registry) {
        return LaidDownDefinitions.inForce(connection.properties(ClientKind.CONSUMER), registry, in(configuration));
    }

    private static WrittenDefinitions written(Reading reading, Path file) {
        if (reading instanceof Reading.Read read) {
            return read.written();
        }
        List<String> mistakes = ((Reading.Invalid) reading)
                .mistakes().stream().map(Object::toString).toList();
        throw new Failure(
                file + " has " + (mistakes.size() == 1 ? "a mistake" : mistakes.size() + " mistakes"), mistakes);
    }
}
