package io.journeystream.ingest.intake;

import java.nio.ByteBuffer;
import java.util.Map;

/** What one request brought. */
public final class Submission {
    private final Format format;
    private final byte[] body;
    private final Map<String, String> attributes;

    /**
     * A request's body with what its headers say of it.
     *
     * @param body UTF-8, decompressed; not to be changed any more
     * @param attributes of a CloudEvent in binary mode, by lower-case name without {@code ce-}; empty if it is none
     */
    public Submission(Format format, byte[] body, Map<String, String> attributes) {
        this.format = format;
        this.body = body;
        this.attributes = Map.copyOf(attributes);
    }

    Format format() {
        return format;
    }

    byte[] body() {
        return body;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    /** Media type of {@link #whole()}. */
    String contentType() {
        return attributes.isEmpty() ? format.mediaType : Format.CLOUD_EVENT.mediaType;
    }

    /** Media type of {@link #whole(Item)}. */
    String itemType() {
        return attributes.isEmpty() ? format.itemType : Format.CLOUD_EVENT.itemType;
    }

    /** All that came, although it is no JSON: the body, or with the attributes as a CloudEvent in structured mode. */
    ByteBuffer whole() {
        return attributes.isEmpty() ? ByteBuffer.wrap(body) : StructuredMode.ofBytes(attributes, body);
    }

    /** All that came of an item, likewise. */
    ByteBuffer whole(Item item) {
        return attributes.isEmpty() ? item.raw() : StructuredMode.ofJson(attributes, item.raw());
    }

    /** What the body is. */
    public enum Format {
        /** One native event, or an array of them. */
        JSON("application/json", "application/json"),
        /** Native events, one in each line. */
        NDJSON("application/x-ndjson", "application/json"),
        /** One CloudEvent. */
        CLOUD_EVENT("application/cloudevents+json", "application/cloudevents+json"),
        /** An array of CloudEvents. */
        CLOUD_EVENTS("application/cloudevents-batch+json", "application/cloudevents+json");

        private final String mediaType;
        private final String itemType;

        Format(String mediaType, String itemType) {
            this.mediaType = mediaType;
            this.itemType = itemType;
        }

        /** Media type of the body. */
        public String mediaType() {
            return mediaType;
        }

        boolean wrapsEvents() {
            return this == CLOUD_EVENT || this == CLOUD_EVENTS;
        }
    }
}
