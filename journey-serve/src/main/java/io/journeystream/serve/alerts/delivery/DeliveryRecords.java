package io.journeystream.serve.alerts.delivery;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.Delivery;
import io.journeystream.alerts.ToldAlert;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.serve.alerts.targets.Notice;
import io.journeystream.topics.Topics;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tellings as records of {@code journey.deliveries.v1}, with all that a notice says of its alerts. */
final class DeliveryRecords {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRecords.class);

    private final Serializer<Alert> serializer;
    private final AvroDecoder<Alert> decoder;

    DeliveryRecords(SchemaRegistry registry, Registration registration) {
        this.serializer = Topics.ALERTS.valueSerializer(registry, registration);
        this.decoder = new AvroDecoder<>(registry, Alert.class);
    }

    /** The record of a telling. */
    Delivery record(Telling telling) {
        return Delivery.newBuilder()
                .setNotice(telling.id())
                .setSubscription(telling.notice().subscription())
                .setAlerts(telling.notice().alerts().stream().map(this::told).toList())
                .setRepetition(telling.repetition())
                .setDueAt(telling.notice().at())
                .setStatus(telling.status())
                .setAttempts(telling.attempts())
                .setFirstAt(telling.firstAt())
                .setLastAt(telling.lastAt())
                .setWhy(telling.why())
                .build();
    }

    private ToldAlert told(Alert alert) {
        byte[] content = serializer.serialize(Topics.ALERTS.name(), alert);
        return new ToldAlert(
                alert.getFingerprint(), alert.getFiredAt(), alert.getResolvedAt(), ByteBuffer.wrap(content));
    }

    /** What a record says; empty if it says of an alert what cannot be read, which the log then tells. */
    Optional<Telling> telling(Delivery record) {
        List<Alert> alerts = new ArrayList<>();
        for (ToldAlert told : record.getAlerts()) {
            if (!(decoder.decode(bytes(told)) instanceof Decoded.Value<Alert> alert)) {
                LOG.warn("notice {} tells of an alert that cannot be read, and is passed over", record.getNotice());
                return Optional.empty();
            }
            alerts.add(alert.value());
        }
        Notice notice = new Notice(record.getNotice(), record.getSubscription(), alerts, record.getDueAt(), false);
        return Optional.of(new Telling(
                notice,
                record.getRepetition(),
                record.getStatus(),
                record.getAttempts(),
                record.getFirstAt(),
                record.getLastAt(),
                record.getWhy()));
    }

    private static byte[] bytes(ToldAlert told) {
        ByteBuffer content = told.getContent().duplicate();
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }
}
