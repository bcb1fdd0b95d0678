package io.journeystream.ingest.http;

import io.journeystream.ingest.intake.Receipt;
import io.journeystream.ingest.producing.RequestProducer;
import io.journeystream.rejects.RejectReason;
import io.journeystream.runtime.http.Body;
import io.journeystream.runtime.http.ByteBudget;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The figures of the edge. Items received and answered for are those accepted and those rejected: they add up. */
final class IngestMeters {
    private final MeterRegistry registry;
    private final Counter bytes;
    private final Counter items;
    private final Timer acknowledged;

    IngestMeters(MeterRegistry registry) {
        this.registry = registry;
        this.bytes = Counter.builder("journey.ingest.bytes")
                .description("Bytes of bodies as they were sent")
                .register(registry);
        this.items = Counter.builder("journey.ingest.items")
                .description("Items of which Kafka has acknowledged what became of them: accepted plus rejected")
                .register(registry);
        this.acknowledged = Timer.builder("journey.ingest.acknowledged")
                .description("Time from a body being complete to Kafka having everything of it")
                .publishPercentileHistogram()
                .register(registry);
        for (RejectReason reason : RejectReason.values()) {
            rejected(reason);
        }
    }

    void watch(RequestProducer producer, ByteBudget bodies) {
        Gauge.builder("journey.ingest.underway.records", producer, RequestProducer::underWay)
                .description("Records that wait for Kafka's acknowledgement")
                .register(registry);
        Gauge.builder("journey.ingest.underway.bytes", producer, RequestProducer::bytesUnderWay)
                .description("Bytes that wait for Kafka's acknowledgement")
                .register(registry);
        Gauge.builder("journey.ingest.body.bytes", bodies, ByteBudget::taken)
                .description("Bytes of bodies in memory")
                .register(registry);
        Gauge.builder(
                        "journey.ingest.since.acknowledgement.seconds",
                        producer,
                        known -> known.sinceKept().toMillis() / 1e3)
                .description("Seconds since Kafka last acknowledged anything")
                .register(registry);
    }

    void received(Body body) {
        bytes.increment((double) body.sent());
    }

    void answered(@Nullable Receipt receipt, long nanos) {
        if (receipt instanceof Receipt.Kept kept) {
            acknowledged.record(nanos, TimeUnit.NANOSECONDS);
            items.increment(kept.accepted() + (double) kept.refused().size());
            kept.events().forEach((topic, count) -> accepted(topic).increment(count));
            kept.refused().forEach(refused -> rejected(refused.reason()).increment());
        } else if (receipt instanceof Receipt.Unreadable unreadable && unreadable.isKept()) {
            items.increment();
            rejected(RejectReason.UNREADABLE).increment();
        }
    }

    void ticked() {
        Counter.builder("journey.ingest.ticks")
                .description("Clock ticks of this instance")
                .register(registry)
                .increment();
    }

    private Counter accepted(String topic) {
        return Counter.builder("journey.ingest.accepted")
                .description("Events accepted, by topic")
                .tag("topic", topic)
                .register(registry);
    }

    private Counter rejected(RejectReason reason) {
        return Counter.builder("journey.ingest.rejected")
                .description("Items refused and kept as rejects, by reason")
                .tag("reason", reason.name())
                .register(registry);
    }
}
