package io.journeystream.serve.bi.sink;

import io.journeystream.serve.reading.KafkaAccess;
import java.time.Duration;

/**
 * How the star is filled.
 *
 * @param batchRecords records after which a transaction is written, each key once
 * @param linger how long records wait for others to be written together
 */
public record SinkSettings(KafkaAccess kafka, int batchRecords, Duration linger) {

    public SinkSettings {
        if (batchRecords < 1) {
            throw new IllegalArgumentException("a batch must have at least one record, was " + batchRecords);
        }
        if (linger.toMillis() < 1) {
            throw new IllegalArgumentException("linger must be positive, was " + linger);
        }
    }

    /** 20,000 records, one second. */
    public static SinkSettings of(KafkaAccess kafka) {
        return new SinkSettings(kafka, 20_000, Duration.ofSeconds(1));
    }
}
