package io.journeystream.local.demo;

import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.definitions.WrittenDefinitions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What the simulated organisation says about itself, unless told otherwise. */
public final class DemoDefinitions {
    /** Name of their file, also in a directory that a demo has kept. */
    public static final String NAME = "journeys.yaml";

    private DemoDefinitions() {}

    /** As the build has them. */
    public static WrittenDefinitions standard() {
        Reading reading = DefinitionsFile.parse(NAME, content());
        if (reading instanceof Reading.Read read) {
            return read.written();
        }
        throw new IllegalStateException("the demo's own definitions are wrong: " + reading);
    }

    private static byte[] content() {
        try (InputStream file = DemoDefinitions.class.getResourceAsStream(NAME)) {
            if (file == null) {
                throw new IllegalStateException("the build has left out " + NAME);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
