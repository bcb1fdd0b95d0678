package io.journeystream.ingest.intake;

import io.journeystream.ingest.intake.CloudEvent.Opened;
import java.util.Map;
import java.util.Optional;

/** Opens CloudEvents that were kept as they came. */
public final class Envelopes {
    /** Media type of one CloudEvent in structured mode. */
    public static final String MEDIA_TYPE = Submission.Format.CLOUD_EVENT.mediaType();

    private Envelopes() {}

    /** The native event inside, as a request that brings it would have it; empty if the envelope is none. */
    public static Optional<Map<String, Object>> event(Map<String, Object> envelope) {
        return CloudEvent.open(envelope) instanceof Opened.Native event ? Optional.of(event.json()) : Optional.empty();
    }
}
