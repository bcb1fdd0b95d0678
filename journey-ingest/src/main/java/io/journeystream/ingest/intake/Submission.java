package io.journeystream.ingest.intake;

import java.util.Map;

/**
 * What one request brought.
 *
 * @param format of the body
 * @param body UTF-8, decompressed
 * @param attributes of a CloudEvent in binary mode, by lower-case name without {@code ce-}; empty if it is none
 */
public record Submission(Format format, byte[] body, Map<String, String> attributes) {

    public Submission {
        attributes = Map.copyOf(attributes);
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

        /** Media type of a single item. */
        String itemType() {
            return itemType;
        }

        boolean wrapsEvents() {
            return this == CLOUD_EVENT || this == CLOUD_EVENTS;
        }
    }
}
