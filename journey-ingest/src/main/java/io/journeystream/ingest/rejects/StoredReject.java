package io.journeystream.ingest.rejects;

import io.journeystream.rejects.Reject;

/** A reject and where it lies. */
public record StoredReject(Address address, Reject reject) {

    /** Its input as it was refused, or the beginning of it. */
    public byte[] payload() {
        byte[] bytes = new byte[reject.getPayload().remaining()];
        reject.getPayload().duplicate().get(bytes);
        return bytes;
    }
}
