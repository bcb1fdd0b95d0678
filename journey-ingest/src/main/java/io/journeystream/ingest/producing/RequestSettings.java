package io.journeystream.ingest.producing;

import java.time.Duration;

/**
 * What requests may ask of Kafka.
 *
 * @param underWay most bytes that wait for an acknowledgement at once
 * @param silence how long Kafka may acknowledge nothing before new requests are refused
 * @param answerWithin how long a request waits for its acknowledgements
 */
public record RequestSettings(long underWay, Duration silence, Duration answerWithin) {
    /** Largest value of a record, in bytes: what stitching takes, and a little below what a broker takes by default. */
    static final int LARGEST_RECORD = 1_000_000;

    /** 32 MB under way, 5 s of silence, 30 s for an answer. */
    public static final RequestSettings STANDARD =
            new RequestSettings(32L * 1024 * 1024, Duration.ofSeconds(5), Duration.ofSeconds(30));

    public RequestSettings {
        if (underWay < 2L * LARGEST_RECORD) {
            throw new IllegalArgumentException(
                    "bytes under way must be at least " + 2L * LARGEST_RECORD + ", were " + underWay);
        }
        if (silence.compareTo(Duration.ofMillis(500)) < 0) {
            throw new IllegalArgumentException("silence must be at least 500 ms, was " + silence);
        }
        if (answerWithin.compareTo(silence) < 0) {
            throw new IllegalArgumentException(
                    "answer-within must be no shorter than silence, " + silence + ", was " + answerWithin);
        }
    }

    public RequestSettings withUnderWay(long bytes) {
        return new RequestSettings(bytes, silence, answerWithin);
    }

    public RequestSettings withAnswerWithin(Duration silent, Duration within) {
        return new RequestSettings(underWay, silent, within);
    }
}
