package io.journeystream.ingest.planted;

import io.journeystream.streams.planted.KnowsIngest;
import org.jspecify.annotations.Nullable;

public class KnowsStreams {
    public @Nullable KnowsIngest streams;
}
