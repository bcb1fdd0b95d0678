package io.journeystream.local.rejects;

import io.journeystream.ingest.rejects.LatestRejects.Listed;
import io.journeystream.local.output.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A reject for scripts: one line of JSON, with its address and without its payload. */
public final class RejectJson {
    private static final Set<String> LEFT_OUT = Set.of("payload", "key");

    private RejectJson() {}

    /** The line, without its line feed. */
    public static String line(Listed listed) {
        String reject = new String(RecordJson.line(listed.reject(), LEFT_OUT), StandardCharsets.UTF_8);
        return "{\"address\":\"" + listed.address() + "\",\"payloadBytes\":" + listed.payloadBytes() + ","
                + reject.substring(1);
    }
}
