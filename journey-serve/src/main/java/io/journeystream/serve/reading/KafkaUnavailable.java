package io.journeystream.serve.reading;

import org.jspecify.annotations.Nullable;

/** Kafka does not give or take what it should; the message says why and what to do, and nothing was done. */
public final class KafkaUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One sentence. */
    public KafkaUnavailable(String message) {
        this(message, null);
    }

    /** One sentence, with the exception behind it for the log. */
    public KafkaUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
