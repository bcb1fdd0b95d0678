package io.journeystream.ingest.intake;

import io.journeystream.ingest.intake.CloudEvent.Opened;
import java.util.Map;

/** Opens CloudEvents that were kept as they came. */
public final class Envelopes {
    /** Media type of one CloudEvent in structured mode. */
    public static final String MEDIA_TYPE = Submission.Format.CLOUD_EVENT.mediaType();

    private Envelopes() {}

    /** What is inside an envelope. */
    public sealed interface Content {
        /** The native event, as a request that brings it would have it. */
        record Event(Map<String, Object> json) implements Content {}

        /** Nothing that can be taken, and why. */
        record Nothing(String why) implements Content {}
    }

    /** What is inside. */
    public static Content open(Map<String, Object> envelope) {
        Opened opened = CloudEvent.open(envelope);
        return opened instanceof Opened.Native event
                ? new Content.Event(event.json())
                : new Content.Nothing(((Opened.Refused) opened).why().message());
    }
}
