package io.journeystream.ingest.producing;

import io.journeystream.rejects.RejectReason;
import java.util.Map;

/**
 * What a sink has kept.
 *
 * @param events events
 * @param rejects rejects by reason; those larger than the broker takes are among them as TOO_LARGE
 */
public record Produced(long events, Map<RejectReason, Long> rejects) {
    public Produced {
        rejects = Map.copyOf(rejects);
    }
}
