package io.journeystream.ingest.producing;

import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import io.journeystream.rejects.Stage;
import java.time.Instant;

/** Begins rejects of the edge. */
public final class Rejects {
    /** Media type of native events. */
    public static final String JSON = "application/json";

    private Rejects() {}

    /** A reject without place and payload: the content type and the payload must still be set. */
    public static Reject.Builder atIngest(RejectReason reason, String message, Instant rejectedAt) {
        return Reject.newBuilder()
                .setReason(reason)
                .setMessage(message)
                .setStage(Stage.INGEST)
                .setRejectedAt(rejectedAt);
    }
}
