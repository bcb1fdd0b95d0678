package io.journeystream.serve.bi.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The figures of the sink. */
public final class SinkMeters {
    private final Counter records;
    private final Counter batches;
    private final Counter failures;
    private volatile boolean writes;
    private volatile double lag = Double.NaN;

    public SinkMeters(MeterRegistry registry) {
        this.records = Counter.builder("journey.bi.records")
                .description("Records of topics whose rows are in the database, each key once a transaction")
                .register(registry);
        this.batches = Counter.builder("journey.bi.batches")
                .description("Transactions written")
                .register(registry);
        this.failures = Counter.builder("journey.bi.failures")
                .description("Times that writing has failed and was begun again")
                .register(registry);
        Gauge.builder("journey.bi.writing", this, meters -> meters.writes ? 1 : 0)
                .description("1 where this instance writes, 0 where it stands by or waits")
                .register(registry);
        Gauge.builder("journey.bi.lag", this, meters -> meters.lag)
                .description("Records of topics that are not in the database yet")
                .register(registry);
    }

    void written(Batch batch) {
        records.increment(batch.records());
        batches.increment();
        writes = true;
        lag = batch.lag();
    }

    void failed() {
        failures.increment();
    }

    /** Writes no more; how far behind it is nobody knows then. */
    void ended() {
        writes = false;
        lag = Double.NaN;
    }
}
