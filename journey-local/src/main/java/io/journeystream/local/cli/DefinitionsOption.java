package io.journeystream.local.cli;

import io.journeystream.alerts.AlertRules;
import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.definitions.yaml.Mistake;
import io.journeystream.local.Failure;
import io.journeystream.local.services.EdgeKeys;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.ClientKind;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.serve.definitions.LaidDownDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<Mistake> mistakes = new ArrayList<>();
        WrittenDefinitions written = reading instanceof Reading.Read read ? read.written() : null;
        if (reading instanceof Reading.Invalid invalid) {
            mistakes.addAll(invalid.mistakes());
        }
        mistakes.addAll(mistakesOfAlerts(file, written));
        if (written == null || !mistakes.isEmpty()) {
            throw failure(file, mistakes);
        }
        return written;
    }

    /** What cannot be read at all has been told already. */
    private static List<Mistake> mistakesOfAlerts(Path file, @Nullable WrittenDefinitions written) {
        try {
            return AlertRules.read(
                            file.toString(), Files.readAllBytes(file), written == null ? null : written.definitions())
                    .mistakes();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** That lists every mistake once, in the order of the file. */
    static Failure failure(Path file, List<Mistake> mistakes) {
        List<String> told = mistakes.stream()
                .sorted(Mistake.BY_PLACE)
                .map(Mistake::toString)
                .distinct()
                .toList();
        return new Failure(file + " has " + (told.size() == 1 ? "a mistake" : told.size() + " mistakes"), told);
    }
}
