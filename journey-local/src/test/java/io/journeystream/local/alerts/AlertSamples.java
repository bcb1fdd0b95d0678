package io.journeystream.local.alerts;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.alerts.Severity;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Alerts as the evaluator writes them into Kafka. */
public final class AlertSamples {
    private AlertSamples() {}

    public static Alert firing(String fingerprint, Instant firedAt) {
        return Alert.newBuilder()
                .setFingerprint(fingerprint)
                .setRule("bot-outage")
                .setStatus(AlertStatus.FIRING)
                .setSeverity(Severity.CRITICAL)
                .setType("billing")
                .setTeam("billing")
                .setDimension("ALL")
                .setLabels(Map.of())
                .setMetric("containment-strict")
                .setMeasured(0.04)
                .setAgainst(0.15)
                .setSample(212)
                .setWindowFrom(firedAt.minusSeconds(3600))
                .setWindowTo(firedAt)
                .setSince(firedAt.minusSeconds(3600))
                .setLastBadAt(firedAt)
                .setFiredAt(firedAt)
                .setAskedAt(firedAt)
                .setMessage("containment-strict of billing is 0.04, and should be at least 0.15")
                .setCells(List.of())
                .build();
    }

    public static Alert over(Alert firing, Instant resolvedAt) {
        return Alert.newBuilder(firing)
                .setStatus(AlertStatus.RESOLVED)
                .setResolvedAt(resolvedAt)
                .build();
    }

    /** Kafka has it when this returns. */
    public static void write(LocalStack stack, Alert alert) throws Exception {
        byte[] value = Topics.ALERTS.valueSerializer(stack.schemaRegistry()).serialize(Topics.ALERTS.name(), alert);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ALERTS.name(), alert.getFingerprint(), value))
                    .get();
        }
    }
}
