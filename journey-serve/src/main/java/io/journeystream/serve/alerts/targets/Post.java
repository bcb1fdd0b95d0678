package io.journeystream.serve.alerts.targets;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is sent to a receiver over HTTP.
 *
 * @param name of the receiver, in sentences
 * @param body in JSON
 * @param hidden must not be in sentences
 */
record Post(String name, URI uri, Map<String, String> headers, String body, Hidden hidden) {

    Post {
        headers = Map.copyOf(headers);
    }

    /** To an address as a target has it, which is hidden if it is a secret. */
    static Post to(WebAddress address, URI uri, JsonNode body) {
        Hidden hidden = address instanceof WebAddress.Kept ? Hidden.of(uri) : Hidden.nothing();
        return new Post(address.toString(), uri, Map.of(), body.toString(), hidden);
    }

    Post with(Map<String, String> others) {
        return new Post(name, uri, others, body, hidden);
    }

    Post hiding(String secret) {
        return new Post(name, uri, headers, body, hidden.and(secret));
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Neither what it says nor where it goes. */
    @Override
    public String toString() {
        return "a post to " + name;
    }
}
