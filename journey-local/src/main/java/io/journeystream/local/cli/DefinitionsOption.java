package io.journeystream.local.cli;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.local.Failure;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file given with {@code --definitions}, or what holds without it. */
final class DefinitionsOption {
    private DefinitionsOption() {}

    /** @throws Failure that lists every mistake in the file */
    static Definitions read(@Nullable Path file) {
        return file == null ? Definitions.STANDARD : definitions(DefinitionsFile.read(file), file);
    }

    private static Definitions definitions(Reading reading, Path file) {
        if (reading instanceof Reading.Read read) {
            return read.definitions();
        }
        List<String> mistakes = ((Reading.Invalid) reading)
                .mistakes().stream().map(Object::toString).toList();
        throw new Failure(
                file + " has " + (mistakes.size() == 1 ? "a mistake" : mistakes.size() + " mistakes"), mistakes);
    }
}
