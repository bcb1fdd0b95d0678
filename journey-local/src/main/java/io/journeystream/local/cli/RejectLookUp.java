package io.journeystream.local.cli;

import io.journeystream.ingest.rejects.Address;
import io.journeystream.ingest.rejects.Found;
import io.journeystream.ingest.rejects.RejectLog;
import io.journeystream.ingest.rejects.StoredReject;
import io.journeystream.local.Failure;

/** A reject that a person named. */
final class RejectLookUp {
    private RejectLookUp() {}

    /** @throws Failure if there is none */
    static StoredReject at(RejectLog log, Address address) {
        Found found = log.at(address);
        if (found instanceof Found.Nothing nothing) {
            throw new Failure("there is no reject at " + address + ": " + nothing.why());
        }
        return ((Found.Stored) found).stored();
    }
}
