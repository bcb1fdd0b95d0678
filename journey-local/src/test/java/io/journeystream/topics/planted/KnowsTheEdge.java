package io.journeystream.topics.planted;

import io.journeystream.ingest.planted.KnowsStreams;
import org.jspecify.annotations.Nullable;

class KnowsTheEdge {
    @Nullable
    KnowsStreams edge;
}
