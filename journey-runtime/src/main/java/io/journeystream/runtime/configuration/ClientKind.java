package io.journeystream.runtime.configuration;

import java.util.Locale;

/** The kinds of Kafka client that properties can be given for. */
public enum ClientKind {
    PRODUCER,
    CONSUMER,
    ADMIN,
    /** Kafka Streams; hands properties on to clients of its own. */
    STREAMS;

    /** What keys of this kind begin with, after {@code kafka.}: {@code producer.} and so on. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT) + ".";
    }
}
