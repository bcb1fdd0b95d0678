package io.journeystream.local.ingest;

import io.journeystream.local.http.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Somebody who calls the edge. */
final class Client extends Caller {
    Client(int port) {
        super(port);
    }

    Answer post(String type, String body, String... headers) throws IOException, InterruptedException {
        return post(type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer post(String type, byte[] body, String... headers) throws IOException, InterruptedException {
        return send(Call.EVENTS, type, body, headers);
    }
}
