package io.journeystream.streams.planted;

import io.journeystream.ingest.planted.KnowsStreams;
import org.jspecify.annotations.Nullable;

public class KnowsIngest {
    public @Nullable KnowsStreams ingest;
}
