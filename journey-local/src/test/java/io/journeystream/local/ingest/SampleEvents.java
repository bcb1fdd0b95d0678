package io.journeystream.local.ingest;

import java.time.Instant;

/** Native events as clients write them. */
final class SampleEvents {
    private SampleEvents() {}

    static String call(String id) {
        return call("test", id, Instant.now());
    }

    static String call(String source, String id, Instant at) {
        return "{\"type\":\"channel\",\"source\":\"" + source + "\",\"eventId\":\"" + id + "\",\"occurredAt\":\"" + at
                + "\",\"identifiers\":[{\"type\":\"account\",\"value\":\"ada-" + id.length()
                + "\"}],\"channel\":\"phone\",\"contactId\":\"k\",\"action\":\"ENDED\"}";
    }
}
